package lockstep.evidence.custody;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;

/** Passes content on piece by piece, and asks before each whether it has been frozen meanwhile. */
final class UnlessFrozen extends FilterOutputStream {
    private final BooleanSupplier frozen;

    UnlessFrozen(OutputStream to, BooleanSupplier frozen) {
        super(to);
        this.frozen = frozen;
    }

    @Override
    public void write(byte[] piece, int from, int count) throws IOException {
        if (frozen.getAsBoolean()) {
            throw new ExhibitRefused(Reason.FROZEN);
        }
        out.write(piece, from, count);
    }
}

package lockstep.evidence.parts.reader;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import lockstep.evidence.apart.inside.Wire;

/** Tells the service one part after the other, within the limits; holds one buffer, however large a part is. */
final class Parts {
    /** Below this size no ratio is suspicious. */
    private static final long HARMLESS = 10 << 20;

    private final DataInputStream in;
    private final DataOutputStream out;
    private final Limits limits;
    private final long packedInAll;
    private final byte[] buffer = new byte[Wire.MOST];
    private int parts;
    private long bytes;

    Parts(DataInputStream in, DataOutputStream out, Limits limits, long packedInAll) {
        this.in = in;
        this.out = out;
        this.limits = limits;
        this.packedInAll = packedInAll;
    }

    /** Opens a part's plain bytes; throws what can't be opened. */
    interface Content {
        InputStream open() throws IOException;
    }

    /**
     * @param path within the container, as it stands there
     * @param type the media type that the container says, or empty
     * @param packed how many bytes of the container the part takes up
     */
    void tell(String path, String type, long packed, Content content) throws IOException {
        mayBe(++parts);
        out.writeByte(Wire.PART);
        Wire.text(out, path);
        Wire.text(out, type);
        out.flush();
        boolean wanted = in.readByte() == Wire.SEND;
        try (InputStream plain = content.open()) {
            if (wanted) {
                copy(plain, packed);
                out.writeByte(Wire.PART_END);
            }
        } catch (Refused refused) {
            failed(wanted, refused.getMessage());
            if (bytes > limits.bytes()) {
                throw refused;
            }
        } catch (IOException | RuntimeException broken) {
            failed(wanted, "damaged");
        }
        out.flush();
    }

    /** Where it is known beforehand how many there are, none comes of too many. */
    void mayBe(int many) throws Refused {
        refuse(many > limits.parts(), "too-many-parts");
    }

    private void failed(boolean wanted, String reason) throws IOException {
        if (wanted) {
            out.writeByte(Wire.PART_FAILED);
            Wire.text(out, reason);
        }
    }

    private void copy(InputStream plain, long packed) throws IOException {
        long size = 0;
        for (int count = plain.read(buffer); count >= 0; count = plain.read(buffer)) {
            size += count;
            bytes += count;
            refuse(size > Math.max(HARMLESS, limits.ratio() * Math.max(1, packed)), "compression-ratio");
            refuse(bytes > Math.max(HARMLESS, limits.ratio() * packedInAll), "compression-ratio");
            refuse(bytes > limits.bytes(), "too-large-in-all");
            out.writeByte(Wire.DATA);
            out.writeInt(count);
            out.write(buffer, 0, count);
            out.flush();
        }
    }

    private static void refuse(boolean beyond, String reason) throws Refused {
        if (beyond) {
            throw new Refused(reason);
        }
    }
}

package lockstep.evidence.redaction.inside;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lockstep.evidence.apart.inside.Given;
import lockstep.evidence.apart.inside.GivenPdf;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Every place of a PDF where text can be left: the pages, whatever lies over it, notes, properties, attachments, earlier states. */
final class PdfTexts {
    /** Of one stream: a longer one holds pictures. */
    private static final long MOST = 64L << 20;

    private static final int STRETCH = 1 << 16;
    private static final String END = "%%EOF";

    private PdfTexts() {}

    /** Whether objects lie in it that its directory has forgotten: they are no part of what is seen, and could hold anything. */
    static boolean all(Given given, Passages found) throws IOException {
        List<COSObjectKey> standing = PdfTokens.file(given.stream(), found);
        try (PDDocument pdf = GivenPdf.open(given)) {
            for (int n = 1; n <= pdf.getNumberOfPages(); n++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(n);
                stripper.setEndPage(n);
                found.read(stripper.getText(pdf));
            }
            COSDocument objects = pdf.getDocument();
            Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
            strings(objects.getTrailer(), found, seen);
            for (var key : objects.getXrefTable().keySet()) {
                strings(objects.getObjectFromPool(key), found, seen);
            }
            return forgotten(standing, objects.getXrefTable());
        }
    }

    private static boolean forgotten(List<COSObjectKey> standing, Map<COSObjectKey, Long> directory) {
        Set<COSObjectKey> once = new HashSet<>();
        return !standing.stream().allMatch(key -> once.add(key) && directory.getOrDefault(key, 0L) > 0);
    }

    /** Whether it was saved by appending: what a later state of the file has replaced still lies in it. */
    static boolean earlierStates(Given given) throws IOException {
        InputStream bytes = given.stream();
        byte[] stretch = new byte[STRETCH + END.length()];
        int ends = 0;
        int kept = 0;
        boolean linearized = false;
        for (int got = bytes.readNBytes(stretch, 0, STRETCH); got > 0; got = bytes.readNBytes(stretch, kept, STRETCH)) {
            String some = new String(stretch, 0, kept + got, StandardCharsets.ISO_8859_1);
            linearized |= ends == 0 && some.contains("/Linearized");
            for (int at = some.indexOf(END); at >= 0; at = some.indexOf(END, at + 1)) {
                ends++;
            }
            kept = Math.min(kept + got, END.length() - 1);
            System.arraycopy(stretch, some.length() - kept, stretch, 0, kept);
        }
        return ends > (linearized ? 2 : 1);
    }

    /** Empty for what isn't written in letters: fonts and the like, in which a short word would be found by chance. */
    private static Optional<CharSequence> written(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)));
        } catch (CharacterCodingException binary) {
            return Optional.empty();
        }
    }

    private static void strings(COSBase its, Passages found, Set<COSBase> seen) throws IOException {
        COSBase value = its instanceof COSObject object ? object.getObject() : its;
        if (value == null || !seen.add(value)) {
            return;
        }
        if (value instanceof COSString text) {
            found.in(text.getString());
        } else if (value instanceof COSArray array) {
            for (COSBase one : array) {
                strings(one, found, seen);
            }
        } else if (value instanceof COSDictionary dictionary) {
            for (COSBase one : dictionary.getValues()) {
                strings(one, found, seen);
            }
            if (value instanceof COSStream stream && !COSName.IMAGE.equals(stream.getItem(COSName.SUBTYPE))) {
                stream(stream, found);
            }
            if (dictionary.getDictionaryObject(COSName.EF) instanceof COSDictionary attached) {
                mustBeWritten(attached);
            }
        }
    }

    private static void stream(COSStream stream, Passages found) throws IOException {
        byte[] plain = plain(stream);
        if (COSName.OBJ_STM.equals(stream.getItem(COSName.TYPE))) {
            PdfTokens.objects(new ByteArrayInputStream(plain), found);
        } else {
            written(plain).ifPresent(found::in);
        }
    }

    /** What is attached is a file of its own: packed or encrypted, it could hold anything. */
    private static void mustBeWritten(COSDictionary attached) throws IOException {
        for (COSName form : attached.keySet()) {
            if (attached.getDictionaryObject(form) instanceof COSStream file) {
                byte[] bytes = plain(file);
                if (bytes.length == MOST) {
                    throw new IOException("a file is attached that is too long");
                }
                PlainText.mustBeOne(() -> new ByteArrayInputStream(bytes));
            }
        }
    }

    private static byte[] plain(COSStream stream) throws IOException {
        try (InputStream plain = stream.createInputStream()) {
            return plain.readNBytes((int) MOST);
        }
    }
}

package lockstep.evidence.parts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Files that mean harm to whatever opens them, all made here, each with what is to become of it. */
final class HostileFiles {
    /** One file; {@code expected} is the problem with which the verb is refused, or the state in which the opening ends. */
    record Hostile(String what, String name, String mediaType, byte[] content, String expected) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static final String ZIP = "application/zip";
    private static final String EML = "message/rfc822";
    private static final String MSG = "application/vnd.ms-outlook";
    private static final byte[] LETTER = text("A letter.");

    private HostileFiles() {}

    static Stream<Hostile> all() {
        return Stream.of(zips(), names(), disguises(), mails(), outlook()).flatMap(List::stream);
    }

    private static List<Hostile> zips() {
        return List.of(
                zip("zip bomb", bomb(64 << 20), "OPENED 0 [compression-ratio]"),
                zip("zip bomb in many parts", manyBombs(), "OPENED 1 [compression-ratio]"),
                zip("nested archive", new Zip().add("inner.zip", bomb(64 << 20)).bytes(), "OPENED 1 []"),
                zip("overlapping entries", overlapping(), "REFUSED overlapping-parts"),
                zip(
                        "entry beyond the end",
                        new Zip().packed(1 << 30).add("a", LETTER).bytes(),
                        "REFUSED damaged"),
                zip(
                        "encrypted zip",
                        new Zip().flags(1).add("secret.txt", LETTER).bytes(),
                        "OPENED 0 [encrypted]"),
                zip("unknown method", new Zip().method(99).add("a", LETTER).bytes(), "OPENED 0 [unknown-method]"),
                zip(
                        "symbolic link",
                        new Zip().mode(0120777).add("link", text("/etc/passwd")).bytes(),
                        "OPENED 0 [symbolic-link]"),
                zip("wrong checksum", new Zip().crc(7).add("a", LETTER).bytes(), "OPENED 0 [damaged]"),
                zip(
                        "said larger than it is",
                        new Zip().size(4000).add("a", LETTER).bytes(),
                        "OPENED 0 [damaged]"),
                zip(
                        "said smaller than it is",
                        new Zip().size(1).add("a", LETTER).bytes(),
                        "OPENED 0 [damaged]"),
                zip("truncated", Arrays.copyOf(new Zip().add("a", LETTER).bytes(), 60), "REFUSED damaged"),
                zip("without a beginning", text("PK\3\4"), "REFUSED damaged"),
                zip("10,000 entries", many(10_000), "REFUSED too-many-parts"),
                zip(
                        "folders alone",
                        new Zip().add("a/", new byte[0]).add("b/", new byte[0]).bytes(),
                        "OPENED 0 []"),
                zip("an empty entry", new Zip().add("nothing.txt", new byte[0]).bytes(), "OPENED 0 [empty-content]"));
    }

    private static List<Hostile> names() {
        return List.of(
                zip("name with ../", named("../../etc/passwd"), "OPENED 1 []"),
                zip("absolute name", named("/etc/passwd"), "OPENED 1 []"),
                zip("name of another system", named("C:\\Windows\\..\\system.ini"), "OPENED 1 []"),
                zip("name with NUL", named("letter.txt\0.exe"), "OPENED 1 []"),
                zip("name with RTL override", named("letter\u202Efdp.exe"), "OPENED 1 []"),
                zip("name of 4,000 characters", named("n".repeat(4000)), "OPENED 1 []"),
                zip("name of 60,000 characters", named("n".repeat(60_000)), "OPENED 1 []"),
                zip("empty name", named(""), "OPENED 1 []"),
                zip("name of markup", named("<script>alert(1)</script>"), "OPENED 1 []"),
                zip(
                        "duplicate names",
                        new Zip().add("a", LETTER).add("a", text("Another.")).bytes(),
                        "OPENED 2 []"),
                zip(
                        "name that is no UTF-8",
                        new Zip()
                                .add(new byte[] {(byte) 0xC3, 0x28, (byte) 0xFF}, LETTER)
                                .bytes(),
                        "OPENED 1 []"));
    }

    private static List<Hostile> disguises() {
        byte[] zip = new Zip().add("a.txt", LETTER).bytes();
        return List.of(
                zip("wrong extension", text("\u00ff\u00d8\u00ff\u00e0 a picture"), "no-container"),
                zip("polyglot of PDF and ZIP", joined(text("%PDF-1.7\n%%EOF\n"), zip), "no-container"),
                new Hostile(
                        "polyglot of HTML and JPEG",
                        "page.eml",
                        EML,
                        joined(text("\u00ff\u00d8\u00ff"), text("<html>")),
                        "no-container"),
                new Hostile("program called a mail", "run.eml", EML, text("MZ\u0090 a program"), "no-container"),
                new Hostile("ZIP called a mail", "a.eml", EML, zip, "no-container"),
                new Hostile("no mail at all", "a.eml", EML, text("Just a text.\n"), "REFUSED no-mail"),
                new Hostile(
                        "a document that is a ZIP",
                        "a.docx",
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                        zip,
                        "no-container"));
    }

    private static List<Hostile> mails() {
        return List.of(
                mail("mail with 10,000 parts", parts(10_000), "REFUSED too-many-parts"),
                mail("deep multiparts", deep(500), "REFUSED too-deep"),
                mail(
                        "unknown charset",
                        single("text/plain; charset=\"nonsense\u00ff\"", "8bit", "Hello."),
                        "OPENED 1 []"),
                mail(
                        "junk as base64",
                        single("application/pdf", "base64", "!!!! no base64 %%%%"),
                        "OPENED 0 [damaged]"),
                mail("a header of 1 MB", "Subject: " + "x".repeat(1 << 20) + "\r\n\r\nHello.", "REFUSED damaged"),
                mail("100,000 headers", "X-A: b\r\n".repeat(100_000) + "Subject: a\r\n\r\nHello.", "REFUSED damaged"),
                mail("a line of 3 MB", "Subject: a\r\n\r\n" + "x".repeat(3 << 20), "OPENED 1 []"),
                mail(
                        "boundary that never comes",
                        "Subject: a\r\nContent-Type: multipart/mixed; boundary=z\r\n\r\nHello.",
                        "OPENED 0 []"),
                mail("attachment with ../", attached("../../etc/passwd"), "OPENED 1 []"),
                mail("mail within a mail", single(EML, "7bit", "Subject: inner\r\n\r\nHello."), "OPENED 1 []"));
    }

    private static List<Hostile> outlook() {
        byte[] whole = message();
        return List.of(
                new Hostile("Outlook mail", "a.msg", MSG, whole, "OPENED 2 [attached-mail]"),
                new Hostile("Outlook mail, truncated", "a.msg", MSG, Arrays.copyOf(whole, 700), "REFUSED damaged"),
                new Hostile("Outlook mail, its tables scrambled", "a.msg", MSG, scrambled(whole), "REFUSED damaged"),
                new Hostile("OLE file that is no mail", "a.msg", MSG, ole(), "REFUSED no-mail"));
    }

    private static Hostile zip(String what, byte[] content, String expected) {
        return new Hostile(what, "a.zip", ZIP, content, expected);
    }

    private static Hostile mail(String what, String content, String expected) {
        return new Hostile(what, "a.eml", EML, text(content), expected);
    }

    static byte[] named(String name) {
        return new Zip().add(name, LETTER).bytes();
    }

    static byte[] bomb(int size) {
        return new Zip().deflated().add("zeros", new byte[size]).bytes();
    }

    private static byte[] manyBombs() {
        Zip zip = new Zip().deflated();
        for (int n = 0; n < 4; n++) {
            zip.add("zeros" + n, new byte[9 << 20]);
        }
        return zip.bytes();
    }

    static byte[] many(int entries) {
        Zip zip = new Zip();
        for (int n = 0; n < entries; n++) {
            zip.add("f" + n, text("" + n));
        }
        return zip.bytes();
    }

    private static byte[] overlapping() {
        Zip zip = new Zip().add("a", LETTER);
        zip.again();
        return zip.bytes();
    }

    private static String single(String type, String encoding, String body) {
        return "Subject: a\r\nContent-Type: " + type + "\r\nContent-Transfer-Encoding: " + encoding + "\r\n\r\n" + body;
    }

    private static String attached(String name) {
        return "Subject: a\r\nContent-Type: multipart/mixed; boundary=z\r\n\r\n--z\r\nContent-Type: application/pdf\r\n"
                + "Content-Disposition: attachment; filename=\"" + name
                + "\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getEncoder().encodeToString(LETTER) + "\r\n--z--\r\n";
    }

    private static String parts(int count) {
        return "Subject: a\r\nContent-Type: multipart/mixed; boundary=z\r\n\r\n"
                + "--z\r\nContent-Type: text/plain\r\n\r\nHello.\r\n".repeat(count) + "--z--\r\n";
    }

    private static String deep(int levels) {
        StringBuilder mail = new StringBuilder("Subject: a\r\n");
        for (int n = 0; n < levels; n++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(n)
                    .append("\r\n\r\n--b")
                    .append(n)
                    .append("\r\n");
        }
        return mail.append("Content-Type: text/plain\r\n\r\nHello.\r\n").toString();
    }

    private static byte[] message() {
        try (POIFSFileSystem file = new POIFSFileSystem()) {
            DirectoryEntry mail = file.getRoot();
            document(mail, "__properties_version1.0", new byte[64]);
            document(mail, "__substg1.0_1000001F", "Guten Tag, \u00e4\u00f6\u00fc".getBytes(StandardCharsets.UTF_16LE));
            DirectoryEntry attached = mail.createDirectory("__attach_version1.0_#00000000");
            document(attached, "__substg1.0_3707001F", "invoice.pdf".getBytes(StandardCharsets.UTF_16LE));
            document(attached, "__substg1.0_37010102", text("%PDF-1.7 an invoice"));
            mail.createDirectory("__attach_version1.0_#00000001").createDirectory("__substg1.0_3701000D");
            return bytes(file);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] ole() {
        try (POIFSFileSystem file = new POIFSFileSystem()) {
            document(file.getRoot(), "Workbook", new byte[64]);
            return bytes(file);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void document(DirectoryEntry in, String name, byte[] content) throws IOException {
        in.createDocument(name, new java.io.ByteArrayInputStream(content));
    }

    private static byte[] bytes(POIFSFileSystem file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        file.writeFilesystem(out);
        return out.toByteArray();
    }

    /** Every block after the header is all ones: tables that lead nowhere. */
    private static byte[] scrambled(byte[] file) {
        byte[] harmed = file.clone();
        Arrays.fill(harmed, 512, harmed.length, (byte) 0x11);
        return harmed;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    static byte[] text(String text) {
        boolean latin = text.chars().allMatch(c -> c < 256);
        return text.getBytes(latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    /** A ZIP byte by byte, so that it can say what no honest program says. */
    static final class Zip {
        private final ByteArrayOutputStream local = new ByteArrayOutputStream();
        private final List<byte[]> central = new ArrayList<>();
        private int flags;
        private int method;
        private int mode;
        private long crc = -1;
        private long size = -1;
        private long packed = -1;

        Zip flags(int said) {
            flags = said;
            return this;
        }

        Zip method(int said) {
            method = said;
            return this;
        }

        Zip deflated() {
            return method(8);
        }

        Zip mode(int said) {
            mode = said;
            return this;
        }

        Zip crc(long said) {
            crc = said;
            return this;
        }

        Zip size(long said) {
            size = said;
            return this;
        }

        Zip packed(long said) {
            packed = said;
            return this;
        }

        Zip add(String name, byte[] content) {
            return add(name.getBytes(StandardCharsets.UTF_8), content);
        }

        Zip add(byte[] name, byte[] content) {
            byte[] stored = method == 8 ? deflate(content) : content;
            CRC32 sum = new CRC32();
            sum.update(content);
            int offset = local.size();
            ByteBuffer common = little(26)
                    .putShort((short) 20)
                    .putShort((short) (flags | 0x800))
                    .putShort((short) method)
                    .putInt(0)
                    .putInt((int) (crc < 0 ? sum.getValue() : crc))
                    .putInt((int) (packed < 0 ? stored.length : packed))
                    .putInt((int) (size < 0 ? content.length : size))
                    .putShort((short) name.length)
                    .putShort((short) 0);
            local.writeBytes(little(4).putInt(0x04034b50).array());
            local.writeBytes(common.array());
            local.writeBytes(name);
            local.writeBytes(stored);
            central.add(little(46 + name.length)
                    .putInt(0x02014b50)
                    .putShort((short) 0x0314)
                    .put(common.array())
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putInt(mode << 16)
                    .putInt(offset)
                    .put(name)
                    .array());
            return this;
        }

        /** The last entry once more, of the same bytes. */
        void again() {
            central.add(central.getLast());
        }

        byte[] bytes() {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.writeBytes(local.toByteArray());
            central.forEach(all::writeBytes);
            int length = all.size() - local.size();
            all.writeBytes(little(22)
                    .putInt(0x06054b50)
                    .putInt(0)
                    .putShort((short) central.size())
                    .putShort((short) central.size())
                    .putInt(length)
                    .putInt(local.size())
                    .putShort((short) 0)
                    .array());
            return all.toByteArray();
        }

        private static byte[] deflate(byte[] plain) {
            try (Deflater deflater = new Deflater(9, true)) {
                deflater.setInput(plain);
                deflater.finish();
                byte[] packed = new byte[plain.length / 100 + 100];
                return Arrays.copyOf(packed, deflater.deflate(packed));
            }
        }

        private static ByteBuffer little(int size) {
            return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        }
    }
}

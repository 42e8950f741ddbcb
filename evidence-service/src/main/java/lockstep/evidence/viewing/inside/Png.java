package lockstep.evidence.viewing.inside;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** Pictures as they leave the process: written anew, with nothing of what the original's maker put into its own. */
final class Png {
    private Png() {}

    /** {@code mark}: by which a copy of the picture is traced, beside it as plain text; or empty. */
    static void write(BufferedImage image, String mark, OutputStream to) throws IOException {
        ImageIO.setUseCache(false);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(to)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, marked(writer, image, mark)), null);
        } finally {
            writer.dispose();
        }
    }

    private static IIOMetadata marked(ImageWriter writer, BufferedImage image, String mark) throws IOException {
        if (mark.isEmpty()) {
            return null;
        }
        IIOMetadata its = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
        IIOMetadataNode entry = new IIOMetadataNode("tEXtEntry");
        entry.setAttribute("keyword", "LockstepCopy");
        entry.setAttribute("value", mark);
        IIOMetadataNode text = new IIOMetadataNode("tEXt");
        text.appendChild(entry);
        IIOMetadataNode root = new IIOMetadataNode("javax_imageio_png_1.0");
        root.appendChild(text);
        its.mergeTree("javax_imageio_png_1.0", root);
        return its;
    }
}

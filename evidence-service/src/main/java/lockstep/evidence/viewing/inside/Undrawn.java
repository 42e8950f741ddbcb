package lockstep.evidence.viewing.inside;

import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Pictures on a page that nothing here can decode, so that their place stays empty: the page has to say so. */
final class Undrawn {
    private static final int DEPTH = 4;
    private static final int MOST = 500;

    private int looked;

    private Undrawn() {}

    static boolean on(PDPage page) throws IOException {
        return new Undrawn().in(page.getResources(), 0);
    }

    private boolean in(PDResources resources, int depth) throws IOException {
        if (resources == null || depth > DEPTH) {
            return false;
        }
        for (COSName name : resources.getXObjectNames()) {
            if (looked++ > MOST) {
                return false;
            }
            PDXObject its = resources.getXObject(name);
            boolean undrawn = its instanceof PDImageXObject image
                            && unknown(image.getStream().getFilters())
                    || its instanceof PDFormXObject form && in(form.getResources(), depth + 1);
            if (undrawn) {
                return true;
            }
        }
        return false;
    }

    private static boolean unknown(List<COSName> filters) {
        return filters != null
                && (filters.contains(COSName.JPX_DECODE) && none("JPEG2000")
                        || filters.contains(COSName.JBIG2_DECODE) && none("JBIG2"));
    }

    private static boolean none(String form) {
        return !ImageIO.getImageReadersByFormatName(form).hasNext();
    }
}

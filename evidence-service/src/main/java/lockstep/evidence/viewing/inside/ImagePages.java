package lockstep.evidence.viewing.inside;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import lockstep.evidence.apart.NotReadable;
import lockstep.evidence.apart.NotReadable.Reason;
import lockstep.evidence.apart.inside.Given;

/** Pictures, drawn anew: a file with several has as many pages. */
final class ImagePages {
    /** More than a very large map; beyond it a few bytes pretend. */
    private static final long MOST_PIXELS = 400_000_000;

    private static final int HIGHEST = 4000;
    private static final int MOST_PAGES = 2000;

    /** How wide it is drawn to find out whether it can be. */
    private static final int TRIED = 100;

    private ImagePages() {}

    private interface Read<T> {
        T with(ImageReader reader) throws IOException, NotReadable;
    }

    static String count(Given given) throws IOException, NotReadable {
        return read(given, reader -> {
            int pages = reader.getNumImages(true);
            if (pages < 1) {
                throw new IOException("no picture");
            }
            boolean[] cut = new boolean[1];
            reader.addIIOReadWarningListener((of, warning) -> cut[0] = true);
            drawn(reader, new MakePage.Page(1, "", TRIED));
            return MakePage.counted(Math.min(pages, MOST_PAGES), "", cut[0]);
        });
    }

    static BufferedImage image(Given given, MakePage.Page page) throws IOException, NotReadable {
        return read(given, reader -> {
            int n = page.n() - 1;
            if (n < 0 || n >= Math.min(reader.getNumImages(true), MOST_PAGES)) {
                throw new NotReadable(Reason.NO_SUCH_PAGE);
            }
            return drawn(reader, page);
        });
    }

    private static BufferedImage drawn(ImageReader reader, MakePage.Page page) throws IOException, NotReadable {
        int[] size = size(reader, page.n() - 1);
        double scale = Math.min(1, Math.min((double) page.width() / size[0], (double) HIGHEST / size[1]));
        ImageReadParam param = reader.getDefaultReadParam();
        int every = Math.max(1, (int) (1 / scale));
        param.setSourceSubsampling(every, every, 0, 0);
        return scaled(reader.read(page.n() - 1, param), size, scale);
    }

    private static int[] size(ImageReader reader, int n) throws IOException, NotReadable {
        int width = reader.getWidth(n);
        int height = reader.getHeight(n);
        if (width < 1 || height < 1) {
            throw new IOException("no size");
        }
        if ((long) width * height > MOST_PIXELS) {
            throw new NotReadable(Reason.TOO_HEAVY);
        }
        return new int[] {width, height};
    }

    /** On white, where it lets something through. */
    private static BufferedImage scaled(BufferedImage read, int[] size, double scale) {
        int width = Math.max(1, (int) Math.round(size[0] * scale));
        int height = Math.max(1, (int) Math.round(size[1] * scale));
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D on = drawn.createGraphics();
        on.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        on.drawImage(read, 0, 0, width, height, Color.WHITE, null);
        on.dispose();
        return drawn;
    }

    private static <T> T read(Given given, Read<T> what) throws IOException, NotReadable {
        ImageIO.setUseCache(false);
        try (ImageInputStream in = new GivenImage(given)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("no picture that is known here");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                return what.with(reader);
            } finally {
                reader.dispose();
            }
        }
    }
}

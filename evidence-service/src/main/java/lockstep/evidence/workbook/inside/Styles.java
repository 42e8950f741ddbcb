package lockstep.evidence.workbook.inside;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.evidence.apart.NotReadable;
import lockstep.evidence.apart.NotReadable.Reason;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * How numbers are meant: as dates, as times that have passed, or as codes that begin with zeros. All else about how they
 * look is left out, because a format can hide a number, or round it.
 */
final class Styles {
    private static final int MOST_STYLES = 100_000;
    private static final int LONGEST = 255;
    private static final int LONGEST_NUMBER = 40;
    private static final int DAY = 86_400;

    private enum Meant {
        NUMBER,
        DATE,
        PASSED,
        CODE
    }

    private record Style(Meant meant, int digits) {
        static final Style PLAIN = new Style(Meant.NUMBER, 0);
    }

    private final List<Style> styles = new ArrayList<>();
    private final boolean from1904;

    Styles(boolean from1904) {
        this.from1904 = from1904;
    }

    void read(Xml in) throws IOException, NotReadable {
        Map<Integer, String> codes = new HashMap<>();
        boolean ofCells = false;
        while (in.next()) {
            if (in.begins("numFmt")) {
                codes.put(Integer.parseInt(in.attribute("numFmtId")), in.attribute("formatCode"));
            } else if (in.begins("cellXfs") || in.ends("cellXfs")) {
                ofCells = in.begins("cellXfs");
            } else if (ofCells && in.begins("xf")) {
                String id = in.attribute("numFmtId");
                int its = id == null ? 0 : Integer.parseInt(id);
                styles.add(style(its, codes.getOrDefault(its, BuiltinFormats.getBuiltinFormat(its))));
            }
            if (codes.size() > MOST_STYLES || styles.size() > MOST_STYLES) {
                throw new NotReadable(Reason.TOO_HEAVY);
            }
        }
    }

    private static Style style(int id, String code) {
        if (code == null || code.length() > LONGEST) {
            return DateUtil.isInternalDateFormat(id) ? new Style(Meant.DATE, 0) : Style.PLAIN;
        }
        if (code.matches("0{2,}")) {
            return new Style(Meant.CODE, code.length());
        }
        if (!DateUtil.isADateFormat(id, code)) {
            return Style.PLAIN;
        }
        return new Style(code.matches("(?i).*\\[[hms]+].*") ? Meant.PASSED : Meant.DATE, 0);
    }

    /** A number as it is stored, but for what it is meant as. */
    String shown(String stored, int style) {
        String said = stored.strip();
        Style its = style >= 0 && style < styles.size() ? styles.get(style) : Style.PLAIN;
        return number(said)
                .map(number -> switch (its.meant()) {
                    case DATE -> date(number).orElse(plain(said, number));
                    case PASSED -> passed(number).orElse(plain(said, number));
                    case CODE -> code(plain(said, number), its.digits());
                    case NUMBER -> plain(said, number);
                })
                .orElse(stored);
    }

    private static Optional<BigDecimal> number(String said) {
        try {
            return said.length() > LONGEST_NUMBER ? Optional.empty() : Optional.of(new BigDecimal(said));
        } catch (NumberFormatException somethingElse) {
            return Optional.empty();
        }
    }

    /** Long codes are stored as 8.5423190001E10 by some programs. */
    private static String plain(String said, BigDecimal number) {
        return Math.abs((long) number.scale()) + number.precision() > LONGEST_NUMBER ? said : number.toPlainString();
    }

    private static String code(String plain, int digits) {
        return plain.matches("[0-9]+") ? "0".repeat(Math.max(0, digits - plain.length())) + plain : plain;
    }

    private Optional<String> date(BigDecimal number) {
        double days = number.doubleValue();
        if (!DateUtil.isValidExcelDate(days)) {
            return Optional.empty();
        }
        LocalDateTime date = DateUtil.getLocalDateTime(days, from1904, true);
        if (date == null) {
            return Optional.empty();
        }
        boolean timeAlone = days < 1 && !from1904;
        boolean day = number.stripTrailingZeros().scale() <= 0;
        return Optional.of(
                timeAlone
                        ? date.toLocalTime().toString()
                        : day ? date.toLocalDate().toString() : date.toString());
    }

    private static Optional<String> passed(BigDecimal number) {
        double seconds = number.doubleValue() * DAY;
        return Math.abs(seconds) > Integer.MAX_VALUE
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(Math.round(seconds)).toString());
    }
}

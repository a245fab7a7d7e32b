package org.copse.geoimport.source.workbook;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.copse.geoimport.Limit;
import org.copse.geoimport.Limits;
import org.copse.geoimport.source.xml.XmlCursor;
import org.jspecify.annotations.Nullable;

/** Which of a workbook's cell styles show a number as a date. */
final class XlsxStyles {
    private static final Pattern NOT_A_DATE_PART = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.|;.*");
    private static final Pattern DATE_PART = Pattern.compile("[ymdhs]", Pattern.CASE_INSENSITIVE);
    private static final double LAST_DAY = 2_958_466; // 31 December 9999
    private static final LocalDateTime DAY_ZERO = LocalDateTime.of(1899, 12, 30, 0, 0);
    private static final LocalDateTime DAY_ZERO_1904 = LocalDateTime.of(1904, 1, 1, 0, 0);

    private final List<Boolean> dates;

    private XlsxStyles(List<Boolean> dates) {
        this.dates = List.copyOf(dates);
    }

    /** Returns the styles of a workbook that has none. */
    static XlsxStyles none() {
        return new XlsxStyles(List.of());
    }

    /** Reads a workbook's styles. */
    static XlsxStyles read(XmlCursor xml, Limits limits) throws IOException {
        Map<String, String> formats = new HashMap<>();
        List<Boolean> dates = new ArrayList<>();
        boolean cells = false;
        while (xml.next()) {
            if (xml.name().equals("cellXfs")) {
                cells = xml.atStart();
            } else if (xml.atStartOf("numFmt")) {
                formats.put(String.valueOf(xml.attribute("numFmtId")), String.valueOf(xml.attribute("formatCode")));
                limits.check(Limit.SHARED_TEXT_CHARACTERS, formats.size() * 40L, xml.where());
            } else if (cells && xml.atStartOf("xf")) {
                String format = String.valueOf(xml.attribute("numFmtId"));
                dates.add(isBuiltInDate(format) || isDate(formats.get(format)));
                limits.check(Limit.SHARED_TEXT_CHARACTERS, dates.size() * 40L, xml.where());
            }
        }
        return new XlsxStyles(dates);
    }

    private static boolean isBuiltInDate(String format) {
        if (!format.matches("[0-9]{1,3}")) {
            return false;
        }
        int number = Integer.parseInt(format);
        boolean western = number >= 14 && number <= 22;
        boolean eastAsian = (number >= 27 && number <= 36) || (number >= 50 && number <= 58);
        return western || eastAsian || (number >= 45 && number <= 47);
    }

    private static boolean isDate(@Nullable String format) {
        return format != null
                && DATE_PART
                        .matcher(NOT_A_DATE_PART.matcher(format).replaceAll(""))
                        .find();
    }

    /**
     * Returns what a number in a cell means: a date as ISO 8601 where the cell's style shows one, else the number.
     *
     * @param style number of the cell's style, or null
     * @param from1904 whether days are counted from 1904
     */
    Object value(double number, @Nullable String style, boolean from1904) {
        boolean date = style != null
                && style.matches("[0-9]{1,7}")
                && Integer.parseInt(style) < dates.size()
                && dates.get(Integer.parseInt(style));
        if (date && number >= 0 && number < LAST_DAY) {
            return date(number, from1904);
        }
        boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
        return whole ? (Object) (long) number : (Object) number;
    }

    private static String date(double days, boolean from1904) {
        long seconds = Math.round(days * 86_400);
        if (days < 1) {
            return LocalTime.ofSecondOfDay(Math.min(seconds, 86_399)).format(DateTimeFormatter.ISO_LOCAL_TIME);
        }
        // Lotus 1-2-3 took 1900 for a leap year, and workbooks still do: before March, days are one off.
        long corrected = !from1904 && days < 60 ? seconds + 86_400 : seconds;
        LocalDateTime moment = (from1904 ? DAY_ZERO_1904 : DAY_ZERO).plusSeconds(corrected);
        return seconds % 86_400 == 0
                ? moment.toLocalDate().toString()
                : moment.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    }
}

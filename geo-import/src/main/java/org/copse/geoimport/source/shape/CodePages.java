package org.copse.geoimport.source.shape;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The code pages of tables: by the language byte of a .dbf, and by the text of a .cpg. */
final class CodePages {
    private static final Map<Integer, String> BY_LANGUAGE = new HashMap<>();
    private static final Pattern NUMBER = Pattern.compile("([0-9]{3,5})");

    static {
        put("IBM437", 0x01, 0x09, 0x0b, 0x0d, 0x0f, 0x11, 0x15, 0x18, 0x19, 0x1b);
        put("IBM850", 0x02, 0x0a, 0x0e, 0x10, 0x12, 0x14, 0x16, 0x1a, 0x1d, 0x25, 0x37);
        put("windows-1252", 0x03, 0x58, 0x59);
        put("IBM865", 0x08, 0x17, 0x66);
        put("windows-31j", 0x13, 0x7b);
        put("IBM863", 0x1c, 0x6c);
        put("IBM852", 0x1f, 0x22, 0x23, 0x40, 0x64, 0x87);
        put("IBM860", 0x24);
        put("IBM866", 0x26, 0x65);
        put("GBK", 0x4d, 0x7a);
        put("x-windows-949", 0x4e, 0x79);
        put("Big5", 0x4f, 0x78);
        put("x-windows-874", 0x50, 0x7c);
        put("IBM861", 0x67);
        put("IBM737", 0x6a, 0x86);
        put("IBM857", 0x6b, 0x88);
        put("windows-1250", 0xc8);
        put("windows-1251", 0xc9);
        put("windows-1254", 0xca);
        put("windows-1253", 0xcb);
        put("windows-1257", 0xcc);
    }

    private CodePages() {}

    private static void put(String charset, int... languages) {
        for (int language : languages) {
            BY_LANGUAGE.put(language, charset);
        }
    }

    /** Returns the charset of a language byte, or empty when it says nothing. */
    static Optional<Charset> ofLanguage(int language) {
        return Optional.ofNullable(BY_LANGUAGE.get(language)).flatMap(CodePages::find);
    }

    /** Returns the charset of a .cpg's text, or empty when it is not known here. */
    static Optional<Charset> ofText(String cpg) {
        String text = cpg.strip().replace("\u0000", "");
        String plain = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        if (plain.equals("utf8") || plain.equals("65001")) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (plain.startsWith("iso8859") || plain.startsWith("8859")) {
            return find("ISO-8859-" + plain.replaceFirst("^(iso)?8859", ""));
        }
        Optional<Charset> named = find(text);
        if (named.isPresent()) {
            return named;
        }
        Matcher number = NUMBER.matcher(plain);
        return number.find() ? ofNumber(number.group(1)) : Optional.empty();
    }

    private static Optional<Charset> ofNumber(String number) {
        return switch (number) {
            case "874" -> find("x-windows-874");
            case "932" -> find("windows-31j");
            case "936" -> find("GBK");
            case "949" -> find("x-windows-949");
            case "950" -> find("Big5");
            default -> find("windows-" + number).or(() -> find("IBM" + number));
        };
    }

    private static Optional<Charset> find(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (UnsupportedCharsetException e) {
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

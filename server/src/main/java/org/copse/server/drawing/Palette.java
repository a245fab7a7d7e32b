package org.copse.server.drawing;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The style sheet's light colours, which paper has too. */
public final class Palette {
    private static final String FILE = "/META-INF/resources/assets/css/tokens.css";
    private static final Pattern COLOUR = Pattern.compile("--([a-z0-9-]+): #([0-9a-f]{6});");
    private static final int BEATS = 6;
    private static final double BEATS_ON_LAND = 0.5;
    private static final Palette LIGHT = read();

    private final Map<String, Color> colours;

    private Palette(Map<String, Color> colours) {
        this.colours = colours;
    }

    /** Returns the light colours. */
    public static Palette light() {
        return LIGHT;
    }

    private static Palette read() {
        Map<String, Color> colours = new HashMap<>();
        try (InputStream in = Palette.class.getResourceAsStream(FILE)) {
            String css = new String(Objects.requireNonNull(in, FILE).readAllBytes(), StandardCharsets.UTF_8);
            Matcher matcher = COLOUR.matcher(css);
            while (matcher.find()) {
                // The light ones come first.
                colours.putIfAbsent(matcher.group(1), new Color(Integer.parseInt(matcher.group(2), 16)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Palette(colours);
    }

    /** Returns the colour of a custom property, named without its dashes; throws when the style sheet has none. */
    public Color colour(String property) {
        return Objects.requireNonNull(colours.get(property), "no colour " + property);
    }

    /**
     * Returns the colour of a beat as it lies on land.
     *
     * @param number 0 to 5; others are taken around
     */
    public Color beat(int number) {
        return mixed(colour("beat-" + Math.floorMod(number, BEATS)), colour("map-land"), BEATS_ON_LAND);
    }

    /** Returns what is seen where a colour covers a share of another, 0 to 1: no transparency, which printers dither. */
    public static Color mixed(Color over, Color under, double share) {
        return new Color(
                part(over.getRed(), under.getRed(), share),
                part(over.getGreen(), under.getGreen(), share),
                part(over.getBlue(), under.getBlue(), share));
    }

    private static int part(int over, int under, double share) {
        return (int) Math.round(over * share + under * (1 - share));
    }
}

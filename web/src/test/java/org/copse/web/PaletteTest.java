package org.copse.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The six colours of beats, as they lie on the map, told apart by eyes that see colours and by eyes that do not see some of them
 * (Machado, Oliveira and Fernandes 2009, doi:10.1109/TVCG.2009.113, full severity). Distances are in Oklab, where 0.02 is about the least
 * that is seen.
 */
class PaletteTest {
    private static final double OPACITY = 0.5;

    private static final double[][] NORMAL = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    private static final double[][] PROTAN = {
        {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}
    };
    private static final double[][] DEUTAN = {
        {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
    };
    private static final double[][] TRITAN = {
        {1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}
    };

    @ParameterizedTest
    @CsvSource({"light, 0", "dark, 1"})
    void tellsBeatsFromEachOtherAndFromWater(String theme, int nth) {
        double[] land = property("map-land", nth);
        double[] water = property("map-water", nth);
        for (double[][] eyes : List.of(NORMAL, PROTAN, DEUTAN, TRITAN)) {
            List<double[]> seen = new ArrayList<>();
            for (int beat = 0; beat < 6; beat++) {
                seen.add(oklab(seenBy(eyes, over(property("beat-" + beat, nth), land))));
            }
            seen.add(oklab(seenBy(eyes, linear(water))));
            for (int i = 0; i < seen.size(); i++) {
                for (int j = 0; j < i; j++) {
                    assertThat(distance(seen.get(i), seen.get(j)))
                            .as("%s: %d and %d", theme, i, j)
                            .isGreaterThan(0.055);
                }
            }
        }
    }

    /** The nth value that the style sheet gives a property: the light one, then the dark one. */
    private static double[] property(String name, int nth) {
        Matcher matcher = Pattern.compile("--" + name + ": #([0-9a-f]{6});").matcher(FrontEnd.style("tokens"));
        for (int i = 0; i <= nth; i++) {
            assertThat(matcher.find()).as("%s, theme %d", name, nth).isTrue();
        }
        int rgb = Integer.parseInt(matcher.group(1), 16);
        return new double[] {(rgb >> 16) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0};
    }

    private static double[] over(double[] colour, double[] ground) {
        double[] mixed = new double[3];
        for (int i = 0; i < 3; i++) {
            mixed[i] = OPACITY * colour[i] + (1 - OPACITY) * ground[i];
        }
        return linear(mixed);
    }

    private static double[] linear(double[] srgb) {
        double[] light = new double[3];
        for (int i = 0; i < 3; i++) {
            light[i] = srgb[i] <= 0.04045 ? srgb[i] / 12.92 : Math.pow((srgb[i] + 0.055) / 1.055, 2.4);
        }
        return light;
    }

    private static double[] seenBy(double[][] eyes, double[] light) {
        double[] seen = new double[3];
        for (int i = 0; i < 3; i++) {
            double sum = eyes[i][0] * light[0] + eyes[i][1] * light[1] + eyes[i][2] * light[2];
            seen[i] = Math.max(0, Math.min(1, sum));
        }
        return seen;
    }

    private static double[] oklab(double[] c) {
        double l = Math.cbrt(0.4122214708 * c[0] + 0.5363325363 * c[1] + 0.0514459929 * c[2]);
        double m = Math.cbrt(0.2119034982 * c[0] + 0.6806995451 * c[1] + 0.1073969566 * c[2]);
        double s = Math.cbrt(0.0883024619 * c[0] + 0.2817188376 * c[1] + 0.6299787005 * c[2]);
        return new double[] {
            0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
        };
    }

    private static double distance(double[] one, double[] other) {
        return Math.sqrt(
                Math.pow(one[0] - other[0], 2) + Math.pow(one[1] - other[1], 2) + Math.pow(one[2] - other[2], 2));
    }
}

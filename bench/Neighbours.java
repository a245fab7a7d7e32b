import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.copse.geoimport.adjacency.Adjacency;
import org.copse.geoimport.adjacency.AdjacencyOptions;
import org.copse.geoimport.adjacency.AdjacencyResult;
import org.copse.geoimport.territory.Territories;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** Times neighbours of crooked quadrangles that touch (coverage), of the same with 12 m streets, or their territories. */
final class Neighbours {
    private static final double METRES = 100;
    private static final double STREET_METRES = 12;
    private static final double CLOSING_METRES = 60;

    private Neighbours() {}

    public static void main(String[] arguments) {
        String what = arguments[0];
        List<Double> perUnit = new ArrayList<>();
        for (int i = 1; i < arguments.length; i++) {
            List<Geometry> units = units(Integer.parseInt(arguments[i]), what.equals("coverage") ? 0 : STREET_METRES);
            long begun = System.nanoTime();
            String found = what.equals("territories") ? territories(units) : neighbours(units);
            double seconds = (System.nanoTime() - begun) / 1e9;
            perUnit.add(seconds / units.size());
            System.out.printf(
                    Locale.ROOT,
                    "%s, %d units: %.1f s, %.2f times linear growth; %s%n",
                    what,
                    units.size(),
                    seconds,
                    perUnit.get(perUnit.size() - 1) / perUnit.get(0),
                    found);
        }
    }

    private static String neighbours(List<Geometry> units) {
        AdjacencyResult result = Adjacency.of(units, List.of(), List.of(), AdjacencyOptions.defaults());
        return result.contacts().size() + " contacts, " + result.components() + " parts, tolerance "
                + result.toleranceMetres() + " m";
    }

    private static String territories(List<Geometry> units) {
        double squareMetres = Territories.of(units, Optional.empty(), CLOSING_METRES).stream()
                .mapToDouble(Geometry::getArea)
                .sum();
        return String.format(Locale.ROOT, "%.1f m²", squareMetres);
    }

    private static List<Geometry> units(int wanted, double street) {
        GeometryFactory geometry = new GeometryFactory();
        Random random = new Random(1);
        int side = (int) Math.ceil(Math.sqrt(wanted));
        double step = METRES + street;
        Coordinate[][] corners = new Coordinate[side + 1][side + 1];
        for (int row = 0; row <= side; row++) {
            for (int column = 0; column <= side; column++) {
                corners[row][column] = new Coordinate(
                        600_000 + column * step + (random.nextDouble() - 0.5) * METRES * 0.3,
                        600_000 + row * step + (random.nextDouble() - 0.5) * METRES * 0.3);
            }
        }
        List<Geometry> units = new ArrayList<>();
        for (int i = 0; units.size() < wanted; i++) {
            int row = i / side;
            int column = i % side;
            Coordinate first = corners[row][column];
            Polygon unit = geometry.createPolygon(new Coordinate[] {
                first, corners[row][column + 1], corners[row + 1][column + 1], corners[row + 1][column], first.copy()
            });
            units.add(street == 0 ? unit : unit.buffer(-street / 2, 1));
        }
        return units;
    }
}

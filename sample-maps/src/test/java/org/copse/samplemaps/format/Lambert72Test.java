package org.copse.samplemaps.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

class Lambert72Test {

    @Test
    void agreesWithProjOnTheMarketSquare() {
        // gdaltransform -s_srs EPSG:4326 -t_srs EPSG:31370 (PROJ 9.1): within a metre, which is what the shift is good
        // for.
        Coordinate market = Lambert72.fromLonLat(2.72, 51.42);
        assertThat(market.x).isCloseTo(35310.32, Offset.offset(1.0));
        assertThat(market.y).isCloseTo(235752.33, Offset.offset(1.0));
    }

    @Test
    void comesBackToWhereItStarted() {
        for (double lon = 2.5; lon < 6.5; lon += 0.37) {
            for (double lat = 49.5; lat < 51.6; lat += 0.31) {
                Coordinate metres = Lambert72.fromLonLat(lon, lat);
                Coordinate back = Lambert72.toLonLat(metres.x, metres.y);
                assertThat(back.x).isCloseTo(lon, Offset.offset(2e-8));
                assertThat(back.y).isCloseTo(lat, Offset.offset(2e-8));
            }
        }
    }
}

package org.copse.geoimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates whose year, month and day stand in columns of their own, and columns of months and years. */
class DatesInColumnsTest {
    @TempDir
    Path folder;

    private List<String> dates(String header, String... rows) throws IOException {
        StringBuilder file = new StringBuilder("lon;lat;" + header + "\n");
        for (int i = 0; i < rows.length; i++) {
            file.append("4.3")
                    .append(i)
                    .append("5;50.8")
                    .append(i)
                    .append("5;")
                    .append(rows[i])
                    .append('\n');
        }
        ImportedLayer layer = LayerImport.read(
                ImportRequest.of(new ImportFixture(folder).text("t.csv", file.toString()), LayerKind.INCIDENTS));
        String column = layer.roles().find(Role.DATE).orElseThrow();
        return layer.features().stream()
                .map(feature -> feature.text(column).orElse(null))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "year;month;day,2023;12;31,2024;1;1,2023-12-31,2024-01-01",
        "Tag;Monat;Jahr,31;12;2023,1;1;2024,2023-12-31,2024-01-01",
        "Jaar;Maand,2023;12,2024;1,2023-12,2024-01",
        "année;mois,2023;décembre,2024;janvier,2023-12,2024-01",
        "السنة;الشهر,٢٠٢٣;١٢,٢٠٢٤;١,2023-12,2024-01",
        "Year;Month;Date,2023;12;31/12/2023,2024;1;01/01/2024,2023-12-31,2024-01-01",
        "year;month;day,2023;2;31,2024;1;1,2023-02,2024-01-01",
        "PERIOD;x,202312;a,202401;b,2023-12,2024-01",
        "year;x,2023;a,2024;b,2023,2024",
        "month;x,12;a,1;b,--12,--01",
        "period;x,2024-Q1;a,Q2 2024;b,2024-Q1,2024-Q2",
        "Trimestre;x,1er trim. 2024;a,2e trim. 2024;b,2024-Q1,2024-Q2",
        "Kwartaal;jaar,2024K1;2024,2024K2;2024,2024-Q1,2024-Q2",
        "quarter;year,1;2024,4;2023,2024-Q1,2023-Q4",
        "Jahr;Quartal,2024;Q1,2024;Q2,2024-Q1,2024-Q2",
        "trimestre;année,1er;2024,2e trim.;2024,,2024-Q2",
        "السنة;الأسبوع,٢٠٢٤;٧,٢٠٢٤;٨,2024-W07,2024-W08",
        "jaar;week,2020;53,2021;53,2020-W53,",
        "week;year,2024-02-12;2024,7;2024,2024-02-12,2024-W07",
        "quarter;year,North;2024,South;2023,2024,2023",
        "KW;x,KW 7/2024;a,2024-W08;b,2024-W07,2024-W08",
        "الربع;x,الربع الأول ٢٠٢٤;a,الربع الثاني ٢٠٢٤;b,2024-Q1,2024-Q2",
        "month;year,12;,1;n/a,--12,--01"
    })
    void areReadAsWhatTheyAre(String header, String first, String second, String one, String other) throws IOException {
        assertThat(dates(header, first, second)).containsExactly(one, other);
    }

    @Test
    void dayOfMonthAloneIsNoMonth() throws IOException {
        assertThat(dates("year;month;day", "2024;1;5", "2024;1;6", "2024;1;7"))
                .containsExactly("2024-01-05", "2024-01-06", "2024-01-07");
    }
}

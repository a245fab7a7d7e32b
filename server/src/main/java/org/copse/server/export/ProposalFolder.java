package org.copse.server.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.copse.geoimport.ImportReport;
import org.copse.geoimport.district.District;
import org.copse.geoimport.district.DistrictReport;
import org.copse.geoimport.district.Proposal;
import org.copse.planning.plan.Alternative;
import org.copse.planning.plan.Remedy;
import org.copse.planning.problem.Favour;
import org.jspecify.annotations.Nullable;

/** The files of a whole proposal: each alternative with its twin without the mix, and what the import said. */
public final class ProposalFolder {
    private static final String TWIN = "without-mix";

    private final District district;
    private final Proposal proposal;
    private final ReportWriter reports;

    /** @param remedies what would help, by alternative */
    public ProposalFolder(
            District district, Proposal proposal, ReportWriter.Asked asked, Map<Favour, Remedy> remedies) {
        this.district = district;
        this.proposal = proposal;
        this.reports = new ReportWriter(district, asked, remedies);
    }

    /** What {@code import-report.json} says: each file, and the joining of all. */
    record ImportSummary(List<ImportReport> files, DistrictReport district) {}

    /**
     * Writes everything into a folder, as a whole or not at all.
     *
     * @param each whether each alternative has a folder of its own
     * @param imports the report of each file that was read
     */
    public void write(Path target, boolean each, List<ImportReport> imports) throws IOException {
        try (OutFolder out = new OutFolder(target)) {
            PlanFolder.writeJson(
                    out.draft().resolve("import-report.json"), new ImportSummary(imports, district.report()));
            for (Alternative alternative : proposal.result().alternatives()) {
                writeOne(
                        each ? out.draft().resolve(ReportWriter.name(alternative.favour())) : out.draft(), alternative);
            }
            out.keep();
        }
    }

    private void writeOne(Path folder, Alternative alternative) throws IOException {
        PlanTables tables = new PlanTables(district, proposal.hours(), alternative);
        PlanReport.@Nullable TwinView twinView = null;
        if (proposal.withoutMix().isPresent()) {
            Proposal.Twin twin = proposal.withoutMix().get();
            Alternative other = twin.result().find(alternative.favour()).orElseThrow();
            PlanTables twinTables = new PlanTables(district, twin.hours(), other);
            PlanReport twinReport = reports.report(twin.problem(), twinTables, twin.result(), List.of(), null, true);
            PlanFolder.write(folder.resolve(TWIN), twinTables, twinReport);
            twinView = reports.twin(Objects.requireNonNull(twin.effects().get(alternative.favour())), other, TWIN);
        }
        PlanReport report = reports.report(
                proposal.problem(),
                tables,
                proposal.result(),
                proposal.criteria().getOrDefault(alternative.favour(), List.of()),
                twinView,
                false);
        PlanFolder.write(folder, tables, report);
    }
}

package org.copse.server.upload;

import java.util.Objects;
import java.util.UUID;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.ImportRequest;
import org.copse.geoimport.preview.LayerPreview;
import org.copse.server.job.JobControl;
import org.copse.server.job.JobKind;
import org.copse.server.job.JobWork;
import org.copse.server.layer.ImportCancelled;
import org.copse.server.layer.ImportProblem;
import org.copse.server.layer.ImportWatch;
import org.copse.server.layer.Layer;
import org.copse.server.layer.LayerStore;
import org.copse.server.layer.NewLayer;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.springframework.stereotype.Component;

/** Turns an upload into a layer. All of it is one transaction: what is refused, cancelled or killed leaves nothing. */
@Component
class ImportWork implements JobWork {
    private static final double SHARE_OF_READING = 0.95;

    private final UploadRepository uploads;
    private final Uploads files;
    private final LayerStore layers;

    ImportWork(UploadRepository uploads, Uploads files, LayerStore layers) {
        this.uploads = uploads;
        this.files = files;
        this.layers = layers;
    }

    @Override
    public JobKind kind() {
        return JobKind.IMPORT;
    }

    @Override
    public boolean storesWhileItRuns() {
        return true;
    }

    @Override
    public End run(UUID job, UUID id, JobControl control) {
        Upload upload = uploads.findForJob(id)
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "The upload was deleted."));
        ImportChoices choices = ImportChoices.ofJson(Objects.requireNonNull(upload.choices(), "choices"));
        try (ReceivedFile file = files.open(upload)) {
            ImportRequest request = choices.request(file.path(), upload.fileName(), layers.findDistrict());
            NewLayer made = new NewLayer(
                    request,
                    choices.nameFor(upload.fileName()),
                    choices.origin(),
                    choices.backdrop(),
                    upload.createdBy());
            Layer layer = layers.importFile(made, watch(total(request), control));
            control.report("storing", 1, layer.features());
            return new End(false, null, () -> uploads.imported(id, layer.id()));
        } catch (ImportCancelled e) {
            return new End(true, "Cancelled; nothing was stored.", () -> {});
        } catch (ImportRefused e) {
            throw ImportProblem.of(e);
        }
    }

    /** Returns how many features the file has, as far as that can be told beforehand; 0 where it cannot. */
    private static long total(ImportRequest request) {
        Long features = LayerPreview.of(request).features();
        return features == null ? 0 : features;
    }

    private static ImportWatch watch(long total, JobControl control) {
        control.report("reading", 0, 0);
        return read -> {
            double share = total == 0 ? 0 : Math.min(1, (double) read / total);
            control.report("reading", SHARE_OF_READING * share, read);
            return !control.isCancelled();
        };
    }
}

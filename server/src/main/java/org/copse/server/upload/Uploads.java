package org.copse.server.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.copse.server.job.Job;
import org.copse.server.job.JobKind;
import org.copse.server.job.Jobs;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.multipart.MultipartFile;

/** Takes uploads in, hands their bytes out, and lets go of them. */
@Service
class Uploads {
    private final UploadRepository uploads;
    private final Jobs jobs;
    private final TransactionTemplate transactions;
    private final UploadSettings settings;

    Uploads(UploadRepository uploads, Jobs jobs, TransactionTemplate transactions, UploadSettings settings) {
        this.uploads = uploads;
        this.jobs = jobs;
        this.transactions = transactions;
        this.settings = settings;
    }

    /** Keeps the files, several as one archive, for the account. */
    Upload receive(List<MultipartFile> files, String by) {
        UUID id = UUID.randomUUID();
        try (ReceivedFile file = ReceivedFile.of(files, settings.mostFiles());
                InputStream bytes = Files.newInputStream(file.path())) {
            checkRoom(by, file.bytes());
            transactions.executeWithoutResult(status -> keep(id, file, bytes, by));
        } catch (IOException e) {
            throw new UncheckedIOException("The upload cannot be kept", e);
        }
        return get(id, by);
    }

    private void keep(UUID id, ReceivedFile file, InputStream bytes, String by) {
        try {
            uploads.begin(id, file.name(), file.bytes(), by, settings.keep());
            uploads.write(id, bytes);
            uploads.complete(id);
        } catch (IOException e) {
            throw new UncheckedIOException("The upload cannot be kept", e);
        }
    }

    private void checkRoom(String by, long bytes) {
        UploadRepository.Waiting waiting = uploads.waitingOf(by);
        if (waiting.count() >= settings.mostPerAccount()) {
            throw new ProblemException(
                    ProblemType.CONFLICT,
                    "This account has " + waiting.count()
                            + " uploads waiting, as many as it may: import or delete some.");
        }
        if (waiting.bytes() + bytes > settings.mostBytesPerAccount().toBytes()) {
            throw new ProblemException(
                    ProblemType.TOO_LARGE,
                    "With this file the account's uploads would have " + (waiting.bytes() + bytes)
                            + " bytes, more than "
                            + settings.mostBytesPerAccount().toBytes()
                            + ": import or delete some, or raise copse.upload.most-bytes-per-account.");
        }
    }

    /** Returns the account's upload; that of another account is as good as none. */
    Upload get(UUID id, String account) {
        return uploads.find(id, account)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "There is no upload " + id + ", or it has expired."));
    }

    List<Upload> list(String account) {
        return uploads.list(account);
    }

    /** Brings an upload into a temporary file for as long as it is open. */
    ReceivedFile open(Upload upload) {
        try {
            Path path = Files.createTempFile("copse-upload-", ".bin");
            ReceivedFile file = new ReceivedFile(path, upload.fileName());
            try (OutputStream out = Files.newOutputStream(path)) {
                long bytes = uploads.read(upload.id(), out);
                if (bytes != upload.bytes()) {
                    throw new ProblemException(
                            ProblemType.CONFLICT,
                            "The file has been imported already. Send it again to import it anew.");
                }
                return file;
            } catch (IOException | RuntimeException e) {
                file.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The upload cannot be brought to a file", e);
        }
    }

    /** Starts a job that imports the upload as chosen. */
    Job start(Upload upload, ImportChoices choices, String by) {
        if (upload.layer() != null) {
            throw new ProblemException(
                    ProblemType.CONFLICT, "The file has been imported already. Send it again to import it anew.");
        }
        return java.util.Objects.requireNonNull(transactions.execute(status -> {
            Job job = jobs.start(JobKind.IMPORT, upload.id(), by);
            uploads.choose(upload.id(), choices.toJson());
            uploads.started(upload.id(), job.id());
            return job;
        }));
    }

    /** Lets go of an upload; its import, when it runs, is asked to end and stores nothing. */
    void delete(Upload upload) {
        UUID job = upload.job();
        if (job != null) {
            jobs.cancel(job);
        }
        uploads.delete(upload.id());
    }

    /** Deletes what has expired. */
    int deleteExpired() {
        return uploads.deleteExpired();
    }
}

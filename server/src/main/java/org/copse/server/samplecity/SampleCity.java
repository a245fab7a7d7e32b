package org.copse.server.samplecity;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.copse.geoimport.FieldRoles;
import org.copse.geoimport.ImportRequest;
import org.copse.geoimport.LayerKind;
import org.copse.server.account.DemoAccounts;
import org.copse.server.adoption.FirstPlan;
import org.copse.server.assignment.Assignments;
import org.copse.server.layer.BackdropRole;
import org.copse.server.layer.ImportWatch;
import org.copse.server.layer.Layer;
import org.copse.server.layer.LayerOrigin;
import org.copse.server.layer.LayerStore;
import org.copse.server.layer.NewLayer;
import org.copse.server.officer.Officer;
import org.copse.server.officer.Officers;
import org.copse.server.publication.AuthorityContact;
import org.copse.server.publication.NewPlan;
import org.copse.server.publication.PlansInForce;
import org.copse.server.publication.PublishedPlan;
import org.copse.server.samplecity.SampleLoading.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sample city: its layers, the beats in force as the first plan, and their officers. Loaded in one transaction, so that a start that is
 * interrupted leaves nothing and the next one begins anew; by one server at a time; and only into a database without layers.
 */
@Component
@ConditionalOnProperty("copse.sample.load")
class SampleCity {
    private static final Logger LOG = LoggerFactory.getLogger(SampleCity.class);
    private static final String FOLDER = "/sample-city/";
    private static final String BY = "sample city";
    /** The demo account that signs in as an officer. */
    private static final String DEMO_OFFICER = "officer";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final LayerStore layers;
    private final FirstPlan firstPlan;
    private final PlansInForce plans;
    private final AuthorityContact authority;
    private final Assignments assignments;
    private final Officers officers;
    private final DemoAccounts demo;
    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;

    SampleCity(
            LayerStore layers,
            FirstPlan firstPlan,
            PlansInForce plans,
            AuthorityContact authority,
            Assignments assignments,
            Officers officers,
            DemoAccounts demo,
            TransactionTemplate transactions,
            JdbcClient jdbc) {
        this.layers = layers;
        this.firstPlan = firstPlan;
        this.plans = plans;
        this.authority = authority;
        this.assignments = assignments;
        this.officers = officers;
        this.demo = demo;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    /**
     * Loads the city into a database without layers and plan.
     *
     * @param watch told how far it is; ends it by saying no
     * @return false when another server is loading, and nothing is known yet
     * @throws org.copse.server.layer.ImportCancelled when {@code watch} ended it; nothing is stored then
     * @throws CancellationException likewise, between two layers
     */
    boolean loadUnlessThere(Predicate<SampleLoading> watch) {
        if (isThere()) {
            return true;
        }
        return Boolean.TRUE.equals(transactions.execute(status -> {
            if (!isMine()) {
                return false;
            }
            if (!isThere()) {
                load(watch);
            }
            return true;
        }));
    }

    private boolean isThere() {
        return !layers.list().isEmpty() || plans.find().isPresent();
    }

    /** Takes the lock for the transaction, unless another server has it. */
    private boolean isMine() {
        return jdbc.sql("SELECT id FROM sample_lock WHERE id = 1 FOR UPDATE SKIP LOCKED")
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private void load(Predicate<SampleLoading> watch) {
        long began = System.nanoTime();
        Path folder = null;
        try (InputStream json = resource("manifest.json")) {
            Manifest manifest = JSON.readValue(json, Manifest.class);
            folder = Files.createTempDirectory("copse-sample-");
            load(manifest, folder, watch);
            LOG.info(
                    "Loaded the sample city of {} in {} s",
                    manifest.city(),
                    (System.nanoTime() - began) / 1_000_000_000);
        } catch (IOException e) {
            throw new UncheckedIOException("The sample city cannot be read", e);
        } finally {
            delete(folder);
        }
    }

    private void load(Manifest manifest, Path files, Predicate<SampleLoading> watch) {
        Map<LayerKind, UUID> loaded = new LinkedHashMap<>();
        int done = 0;
        for (Manifest.Entry entry : manifest.layers()) {
            SampleLoading reached = new SampleLoading(
                    State.LOADING, entry.name(), done++, manifest.layers().size());
            Layer layer = load(entry, files, read -> watch.test(reached));
            loaded.put(entry.kind(), layer.id());
        }
        SampleLoading layersDone = new SampleLoading(State.LOADING, null, done, done);
        if (!watch.test(layersDone)) {
            throw new CancellationException();
        }
        UUID units = Optional.ofNullable(loaded.get(LayerKind.UNITS)).orElseThrow();
        UUID areas = Optional.ofNullable(loaded.get(LayerKind.AREAS_IN_FORCE)).orElseThrow();
        PublishedPlan plan = firstPlan.publish(
                units,
                areas,
                new FirstPlan.Named(manifest.city() + ", beats in force", "The beats that were in force before Copse"),
                "This is a sample: nobody lives in " + manifest.city() + ", and nobody was consulted",
                BY);
        plans.setMissingContacts(
                plan.id(),
                new NewPlan.Contact(
                        manifest.contact().phone(), manifest.contact().email()));
        authority.set(manifest.contact(), BY);
        Map<String, Officer> byBeat = new LinkedHashMap<>();
        Map<String, LocalDate> since = new LinkedHashMap<>();
        readOfficers(manifest.officers().file(), byBeat, since);
        assignments.addToBeats(plan.id(), byBeat, since, BY);
        if (demo.active()) {
            officers.list().stream().findFirst().ifPresent(first -> officers.link(first.id(), DEMO_OFFICER));
        }
    }

    private Layer load(Manifest.Entry entry, Path files, ImportWatch watch) {
        if (!watch.goesOn(0)) {
            throw new CancellationException();
        }
        Path copy = files.resolve(entry.file());
        try (InputStream in = resource(entry.file())) {
            Files.copy(in, copy);
        } catch (IOException e) {
            throw new UncheckedIOException("The sample file " + entry.file() + " cannot be copied", e);
        }
        LayerOrigin origin =
                new LayerOrigin(entry.source(), entry.licence(), entry.purpose(), entry.legalBasis(), entry.asOf());
        ImportRequest request = ImportRequest.of(copy, entry.kind())
                .withRoles(new FieldRoles(entry.roles()))
                .usedFor(entry.use());
        BackdropRole drawn = Optional.ofNullable(entry.role())
                .map(role -> BackdropRole.findByKey(role).orElseThrow())
                .orElse(null);
        return layers.importFile(new NewLayer(request, entry.name(), origin, drawn, BY), watch);
    }

    private static void readOfficers(String file, Map<String, Officer> byBeat, Map<String, LocalDate> since) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader = new InputStreamReader(resource(file), StandardCharsets.UTF_8)) {
            for (CSVRecord row : format.parse(reader)) {
                byBeat.put(
                        row.get("beat_id"),
                        new Officer(
                                row.get("officer_id"),
                                row.get("duty_name"),
                                languages(row.get("languages")),
                                row.get("phone"),
                                row.get("email"),
                                row.get("hours")));
                since.put(row.get("beat_id"), LocalDate.parse(row.get("since")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The sample file " + file + " cannot be read", e);
        }
    }

    private static List<String> languages(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .toList();
    }

    private static InputStream resource(String file) {
        InputStream in = SampleCity.class.getResourceAsStream(FOLDER + file);
        if (in == null) {
            throw new IllegalStateException("The sample city has no " + file + ": start with --empty");
        }
        return in;
    }

    private static void delete(@org.jspecify.annotations.Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            LOG.debug("The temporary folder {} stays", folder, e);
        }
    }
}

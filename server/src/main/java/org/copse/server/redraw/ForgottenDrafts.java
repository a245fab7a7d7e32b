package org.copse.server.redraw;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Deletes drafts that nobody touched for a year, and what the engine answered a quarter of a year ago; once a day, on one of the servers. */
@Configuration(proxyBeanMethods = false)
class ForgottenDrafts {
    static final Duration DRAFTS_KEPT = Duration.ofDays(365);
    static final Duration ANSWERS_KEPT = Duration.ofDays(90);

    private static final Logger LOG = LoggerFactory.getLogger(ForgottenDrafts.class);
    private static final Duration EVERY = Duration.ofDays(1);

    @Bean
    RecurringTask<Void> forgottenDraftsTask(DraftRepository drafts, TaskRepository tasks) {
        return Tasks.recurring("forgotten-drafts", FixedDelay.of(EVERY)).execute((instance, context) -> {
            int deleted = drafts.deleteUnchangedFor(DRAFTS_KEPT);
            int answers = tasks.deleteAskedBefore(ANSWERS_KEPT);
            if (deleted + answers > 0) {
                LOG.info("Drafts that nobody touched for a year: {}; old answers of the engine: {}", deleted, answers);
            }
        });
    }
}

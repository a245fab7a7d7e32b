package org.copse.server.concern;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Deletes contacts, photos and concerns when their time is over, every hour, on one of the servers. */
@Configuration(proxyBeanMethods = false)
class OldConcerns {
    private static final Logger LOG = LoggerFactory.getLogger(OldConcerns.class);
    private static final Duration EVERY = Duration.ofHours(1);

    @Bean
    RecurringTask<Void> oldConcernsTask(Concerns concerns) {
        return Tasks.recurring("old-concerns", FixedDelay.of(EVERY)).execute((instance, context) -> {
            int deleted = concerns.deleteOld();
            if (deleted > 0) {
                LOG.info("Concerns, contacts and photos whose time was over and that were deleted: {}", deleted);
            }
        });
    }
}

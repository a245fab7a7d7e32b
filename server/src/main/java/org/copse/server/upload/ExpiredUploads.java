package org.copse.server.upload;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Deletes uploads that have expired, every ten minutes, on one of the servers. */
@Configuration(proxyBeanMethods = false)
class ExpiredUploads {
    private static final Logger LOG = LoggerFactory.getLogger(ExpiredUploads.class);
    private static final Duration EVERY = Duration.ofMinutes(10);

    @Bean
    RecurringTask<Void> expiredUploadsTask(Uploads uploads) {
        return Tasks.recurring("expired-uploads", FixedDelay.of(EVERY)).execute((instance, context) -> {
            int deleted = uploads.deleteExpired();
            if (deleted > 0) {
                LOG.info("Uploads that had expired and were deleted: {}", deleted);
            }
        });
    }
}

package org.copse.server.problemcase;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Deletes problem cases when their time is over, once a day, on one of the servers. */
@Configuration(proxyBeanMethods = false)
class OldCases {
    private static final Logger LOG = LoggerFactory.getLogger(OldCases.class);
    private static final Duration EVERY = Duration.ofDays(1);

    @Bean
    RecurringTask<Void> oldProblemCasesTask(Cases cases) {
        return Tasks.recurring("old-problem-cases", FixedDelay.of(EVERY)).execute((instance, context) -> {
            int deleted = cases.deleteOld();
            if (deleted > 0) {
                LOG.info("Problem cases whose time was over and that were deleted: {}", deleted);
            }
        });
    }
}

package org.copse.server.mail;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Empties the outbox, twice a minute, on one of the servers. */
@Configuration(proxyBeanMethods = false)
class MailDelivery {
    private static final Logger LOG = LoggerFactory.getLogger(MailDelivery.class);

    @Bean
    RecurringTask<Void> mailDeliveryTask(Outbox outbox, MailSettings settings) {
        return Tasks.recurring("mail-delivery", FixedDelay.of(settings.every())).execute((instance, context) -> {
            int taken = outbox.deliverDue();
            if (taken > 0) {
                LOG.info("Mails that the mail server took: {}", taken);
            }
        });
    }
}

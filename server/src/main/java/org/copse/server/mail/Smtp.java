package org.copse.server.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Date;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hands mail to the mail server of the settings. */
@Component
class Smtp {
    private static final int FIRST_PERMANENT = 500;
    /** That we are to sign in, or may not. */
    private static final Set<Integer> OF_SIGN_IN = Set.of(530, 534, 535, 538);

    private final MailSettings settings;

    Smtp(MailSettings settings) {
        this.settings = settings;
    }

    /** Returns once the mail server has taken the mail. */
    void send(OutgoingMail mail, String address) throws Refusal {
        Session session = Session.getInstance(properties());
        try (Transport transport = session.getTransport()) {
            transport.connect(settings.user(), settings.password());
            MimeMessage message = message(session, mail, address);
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException e) {
            throw refusal(e);
        }
    }

    private Properties properties() {
        String protocol = settings.tls() == MailSettings.Tls.IMPLICIT ? "smtps" : "smtp";
        String of = "mail." + protocol + ".";
        String millis = String.valueOf(settings.timeout().toMillis());
        Properties all = new Properties();
        all.setProperty("mail.transport.protocol", protocol);
        all.setProperty(of + "host", Objects.requireNonNull(settings.host()));
        all.setProperty(of + "port", String.valueOf(settings.port()));
        all.setProperty(of + "auth", String.valueOf(settings.user() != null));
        all.setProperty(of + "connectiontimeout", millis);
        all.setProperty(of + "timeout", millis);
        all.setProperty(of + "writetimeout", millis);
        all.setProperty(of + "ssl.checkserveridentity", "true");
        all.setProperty(of + "localhost", domain());
        // The server has the mail once it has answered; what becomes of the parting words does not matter.
        all.setProperty(of + "quitwait", "false");
        if (settings.tls() == MailSettings.Tls.REQUIRED) {
            all.setProperty(of + "starttls.enable", "true");
            all.setProperty(of + "starttls.required", "true");
        }
        return all;
    }

    private String domain() {
        return settings.from().substring(settings.from().indexOf('@') + 1);
    }

    private MimeMessage message(Session session, OutgoingMail mail, String address) throws MessagingException {
        String name = "<" + mail.id() + "@" + domain() + ">";
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", name);
            }
        };
        message.setFrom(new InternetAddress(settings.from(), true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(address, true));
        message.setSubject(mail.subject(), "UTF-8");
        message.setSentDate(Date.from(mail.createdAt()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setText(mail.body(), "UTF-8");
        message.saveChanges();
        return message;
    }

    private static Refusal refusal(MessagingException e) {
        Integer reply = reply(e);
        Refusal.Why why = Refusal.Why.UNREACHABLE;
        if (e instanceof AuthenticationFailedException || (reply != null && OF_SIGN_IN.contains(reply))) {
            why = Refusal.Why.SIGN_IN;
        } else if (reply != null) {
            why = reply < FIRST_PERMANENT ? Refusal.Why.LATER : Refusal.Why.REFUSED;
        } else if (isOfEncryption(e)) {
            why = Refusal.Why.TLS;
        }
        return new Refusal(why, reply, e);
    }

    /** Returns the number of the mail server's refusal, of the address sooner than of the mail. */
    private static @Nullable Integer reply(Exception outermost) {
        Integer found = null;
        for (Exception e = outermost; e != null; e = e instanceof MessagingException m ? m.getNextException() : null) {
            if (e instanceof SMTPAddressFailedException address) {
                found = address.getReturnCode();
            } else if (e instanceof SMTPSenderFailedException sender) {
                found = sender.getReturnCode();
            } else if (e instanceof SMTPSendFailedException sending && found == null) {
                found = sending.getReturnCode();
            }
        }
        return found == null || found < 400 ? null : found;
    }

    private static boolean isOfEncryption(MessagingException outermost) {
        for (Throwable e = outermost; e != null; e = e.getCause()) {
            if (e instanceof SSLException || String.valueOf(e.getMessage()).contains("STARTTLS")) {
                return true;
            }
        }
        return false;
    }
}

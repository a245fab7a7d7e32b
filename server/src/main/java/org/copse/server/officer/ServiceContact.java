package org.copse.server.officer;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How somebody in service is reached; never a private number or address. What cannot be one is refused as {@link InvalidOfficer}.
 *
 * @param phone as people write it, or null
 * @param email or null
 */
public record ServiceContact(@Nullable String phone, @Nullable String email) {
    private static final int LONGEST_EMAIL = 200;
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()./-]{1,58}");
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>()\",;:\\\\\\p{Cntrl}]{1,64}@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");

    public ServiceContact {
        phone = Officer.given(phone);
        email = Officer.given(email);
        if (phone != null && !PHONE.matcher(phone).matches()) {
            throw new InvalidOfficer("phone", "must be digits with + ( ) . / - or spaces, such as +32 2 555 01 02");
        }
        if (email != null
                && (email.length() > LONGEST_EMAIL || !EMAIL.matcher(email).matches())) {
            throw new InvalidOfficer("email", "must be an address such as name@example.org");
        }
    }
}

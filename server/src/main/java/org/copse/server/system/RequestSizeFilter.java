package org.copse.server.system;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds every body but an upload's, which has bounds of its own: by its declared length, and where none is declared, while it is
 * read. A JSON parser limits depth, not length. A form with a photo, which anybody may send, has a bound of its own; elsewhere a form with parts is refused: looking for any of its fields would store
 * the whole of it, for whoever sent it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class RequestSizeFilter extends OncePerRequestFilter {
    private static final Set<String> UPLOADS = Set.of("/api/v1/layers", "/api/v1/uploads");
    /** Where anybody may send a form with a photo. */
    private static final Pattern WITH_PHOTO = Pattern.compile("/[a-z]{2}/concern/send");

    private final long maxBytes;
    private final long maxFormBytes;
    private final ProblemAnswer answer;

    RequestSizeFilter(LimitSettings limits, ProblemAnswer answer) {
        this.maxBytes = limits.body().toBytes();
        this.maxFormBytes = limits.form().toBytes();
        this.answer = answer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (StringUtils.startsWithIgnoreCase(request.getContentType(), "multipart/")) {
            if (isUpload(request)) {
                chain.doFilter(request, response);
            } else if (isFormWithPhoto(request)) {
                takeForm(request, response, chain);
            } else {
                answer.write(
                        request,
                        response,
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        "Only an upload of a file is a form with parts.");
            }
        } else if (request.getContentLengthLong() > maxBytes) {
            answer.write(request, response, tooLarge(maxBytes));
        } else {
            chain.doFilter(new Bounded(request), response);
        }
    }

    private static boolean isUpload(HttpServletRequest request) {
        return HttpMethod.POST.matches(request.getMethod()) && UPLOADS.contains(request.getServletPath());
    }

    private static boolean isFormWithPhoto(HttpServletRequest request) {
        return HttpMethod.POST.matches(request.getMethod())
                && WITH_PHOTO.matcher(request.getServletPath()).matches();
    }

    /** The container reads the parts itself, so they are bounded by the length that is declared; browsers declare it. */
    private void takeForm(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long length = request.getContentLengthLong();
        if (length < 0) {
            answer.write(request, response, ProblemType.BAD_REQUEST, "The form does not say its length.");
        } else if (length > maxFormBytes) {
            answer.write(request, response, tooLarge(maxFormBytes));
        } else {
            chain.doFilter(request, response);
        }
    }

    private static ProblemException tooLarge(long bytes) {
        return new ProblemException(ProblemType.TOO_LARGE, "The body is larger than " + bytes + " bytes.");
    }

    private final class Bounded extends HttpServletRequestWrapper {
        Bounded(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new BoundedStream(super.getInputStream());
        }

        @Override
        public BufferedReader getReader() throws IOException {
            String encoding = getCharacterEncoding();
            return new BufferedReader(new InputStreamReader(
                    getInputStream(), encoding == null ? StandardCharsets.UTF_8.name() : encoding));
        }
    }

    private final class BoundedStream extends ServletInputStream {
        private final ServletInputStream body;
        private long bytes;

        BoundedStream(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = body.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            bytes += read;
            if (bytes > maxBytes) {
                throw tooLarge(maxBytes);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}

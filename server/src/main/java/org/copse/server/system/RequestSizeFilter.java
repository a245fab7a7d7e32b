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
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds every body but an upload's, which has bounds of its own: by its declared length, and where none is declared, while it is
 * read. A JSON parser limits depth, not length. Elsewhere a form with parts is refused: looking for any of its fields would store
 * the whole of it, for whoever sent it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class RequestSizeFilter extends OncePerRequestFilter {
    private static final Set<String> UPLOADS = Set.of("/api/v1/layers", "/api/v1/uploads");

    private final long maxBytes;
    private final ProblemAnswer answer;

    RequestSizeFilter(LimitSettings limits, ProblemAnswer answer) {
        this.maxBytes = limits.body().toBytes();
        this.answer = answer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (StringUtils.startsWithIgnoreCase(request.getContentType(), "multipart/")) {
            if (isUpload(request)) {
                chain.doFilter(request, response);
            } else {
                answer.write(
                        request,
                        response,
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        "Only an upload of a file is a form with parts.");
            }
        } else if (request.getContentLengthLong() > maxBytes) {
            answer.write(request, response, tooLarge());
        } else {
            chain.doFilter(new Bounded(request), response);
        }
    }

    private static boolean isUpload(HttpServletRequest request) {
        return HttpMethod.POST.matches(request.getMethod()) && UPLOADS.contains(request.getServletPath());
    }

    private ProblemException tooLarge() {
        return new ProblemException(ProblemType.TOO_LARGE, "The body is larger than " + maxBytes + " bytes.");
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
                throw tooLarge();
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

package org.copse.server.page;

import java.time.Duration;
import org.copse.server.system.ContentVersion;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Scripts, styles, pictures and published schemas. */
@Configuration(proxyBeanMethods = false)
class StaticFiles implements WebMvcConfigurer {
    private static final String ROOT = "classpath:/META-INF/resources/";

    private final ContentVersion versions = new ContentVersion();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        // A library's version is in its path.
        serve(registry, "webjars/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        serve(registry, "assets/").setCacheControl(CacheControl.noCache());
        serve(registry, "schemas/").setCacheControl(CacheControl.noCache());
    }

    private ResourceHandlerRegistration serve(ResourceHandlerRegistry registry, String folder) {
        return registry.addResourceHandler("/" + folder + "**")
                .addResourceLocations(ROOT + folder)
                .setUseLastModified(false)
                .setEtagGenerator(versions::of);
    }
}

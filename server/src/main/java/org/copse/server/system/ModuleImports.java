package org.copse.server.system;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which modules a module needs before it can run. A browser learns of an import only when the importing module has come; told at once, it
 * asks for all of them at the same time.
 */
final class ModuleImports {
    private static final Pattern STATIC = Pattern.compile(
            "(?:^|[;}])(?:import|export)\\b\\s*(?:[\\w$\\s{},*]*?\\bfrom\\s*|[{*][^;\"']*?from\\s*)?[\"']([^\"'\\s]+)[\"']",
            Pattern.MULTILINE);

    private final Map<String, String> map;

    /** @param importMap the JSON of the pages' import map */
    ModuleImports(String importMap) {
        Map<String, String> longestFirst =
                new TreeMap<>(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        JsonMapper.builder()
                .build()
                .readTree(importMap)
                .get("imports")
                .properties()
                .forEach(entry ->
                        longestFirst.put(entry.getKey(), entry.getValue().asString()));
        this.map = longestFirst;
    }

    /** Returns the addresses of all modules that one imports when it is loaded, directly or not, nearest first. */
    Set<String> of(String module) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> waiting = new ArrayDeque<>(Set.of(module));
        while (!waiting.isEmpty()) {
            String importing = waiting.remove();
            Matcher each = STATIC.matcher(read(importing));
            while (each.find()) {
                String imported = address(each.group(1), importing);
                if (found.add(imported)) {
                    waiting.add(imported);
                }
            }
        }
        return found;
    }

    private String address(String specifier, String importing) {
        if (specifier.startsWith(".")) {
            return URI.create(importing).resolve(specifier).getPath();
        }
        for (Map.Entry<String, String> mapped : map.entrySet()) {
            String name = mapped.getKey();
            if (specifier.equals(name) || (name.endsWith("/") && specifier.startsWith(name))) {
                return mapped.getValue() + specifier.substring(name.length());
            }
        }
        throw new IllegalStateException(importing + " imports " + specifier + ", which the import map does not have");
    }

    private static String read(String address) {
        try {
            return new ClassPathResource("META-INF/resources" + address).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("The module " + address + " is not on the class path", e);
        }
    }
}

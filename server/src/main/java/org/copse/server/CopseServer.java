package org.copse.server;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * The Spring application. It is started by the {@code serve} command and by nothing else: {@code copse plan} reads and writes
 * files without it.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CopseServer {}

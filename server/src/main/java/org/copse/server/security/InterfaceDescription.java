package org.copse.server.security;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.copse.server.permission.Role;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;

/** The interface's description: what it is, how a failure looks, and for each operation whom it is for. */
@Configuration(proxyBeanMethods = false)
class InterfaceDescription {
    private static final String SESSION = "session";

    @Bean
    OpenAPI copseInterface() {
        Schema<?> problem = new ObjectSchema()
                .description("A problem of the closed catalogue at /problems (RFC 9457)")
                .addProperty("type", new StringSchema().example("/problems/not-found"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema());
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Copse")
                                .version("1")
                                .description(
                                        "Beat planning and mapping for community-oriented policing. Coordinates are WGS 84, longitude first."))
                .components(new Components()
                        .addSchemas("Problem", problem)
                        .addSecuritySchemes(
                                SESSION,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.COOKIE)
                                        .name("copse-session")
                                        .description(
                                                "Sign in at /login. What changes something also needs the CSRF token"
                                                        + " that /api/v1/session names.")));
    }

    @Bean
    OperationCustomizer roles() {
        return InterfaceDescription::describe;
    }

    private static Operation describe(Operation operation, HandlerMethod method) {
        operation
                .getResponses()
                .addApiResponse(
                        "default",
                        new ApiResponse()
                                .description("A problem")
                                .content(new Content()
                                        .addMediaType(
                                                "application/problem+json",
                                                new MediaType()
                                                        .schema(new Schema<>().$ref("#/components/schemas/Problem")))));
        if (EndpointAccess.isPublic(method)) {
            operation.addExtension("x-roles", List.of("PUBLIC"));
        } else {
            operation.addSecurityItem(new SecurityRequirement().addList(SESSION));
            EndpointAccess.needed(method).ifPresent(needed -> {
                operation.addExtension("x-permission", needed.key());
                operation.addExtension(
                        "x-roles",
                        needed.roles().stream().map(Role::name).sorted().toList());
            });
        }
        return operation;
    }
}

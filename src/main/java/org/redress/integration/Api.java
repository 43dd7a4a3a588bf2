package org.redress.integration;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.redress.identity.Reader;
import org.redress.integration.Problems.Problem;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;

/** Where the API for programs is, and how its description begins. */
@Configuration
@ConditionalOnProperty("redress.api.enabled")
class Api {
    /** A change that a program would notice gets another number. */
    static final String PATH = "/redress/api/v1";
    private static final String TOKEN = "token";

    @Bean
    OpenAPI description() {
        return new OpenAPI().info(new Info().title("Redress").version("1").description("Complaints for programs of a council: with a bearer token that an administrator made, for the account and the scopes that it has."))
                .components(new Components().addSecuritySchemes(TOKEN, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }

    /** The one council for which the account of a program works. */
    static String council(Reader reader) {
        if (reader.councils().size() != 1) {
            throw new Problem(HttpStatus.FORBIDDEN, "The account of the program belongs to no council, or to several; give it one.");
        }
        return reader.councils().get(0);
    }
}

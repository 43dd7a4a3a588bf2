package org.redress.access;

import org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The engine's own REST API at /engine-rest, which is not there unless it is switched on. */
@Configuration
@ConditionalOnProperty("redress.rest.enabled")
@Import(CamundaBpmRestJerseyAutoConfiguration.class)
class RestApi {}

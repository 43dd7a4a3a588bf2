package org.redress.access;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.AbstractHandlerExceptionResolver;

/** A request that cannot be read is refused without a line in the log: Spring's would repeat what was sent, which may be about people (DAT-04). */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class QuietRefusals implements WebMvcConfigurer {
    @Override
    public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        for (var resolver : resolvers) {
            if (resolver instanceof AbstractHandlerExceptionResolver writes) {
                writes.setWarnLogCategory("");
            }
        }
    }
}

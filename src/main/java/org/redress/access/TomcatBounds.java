package org.redress.access;

import java.time.Clock;
import java.time.Duration;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The bounds that the server keeps before a request reaches us. */
@Component
@ConditionalOnWebApplication
@Order(Ordered.LOWEST_PRECEDENCE)
class TomcatBounds implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private final Clock clock;
    private final Duration head;
    private final int perAddress;

    TomcatBounds(Clock clock, @Value("${redress.limits.head-within}") Duration head, @Value("${redress.limits.connections-of-one-address}") int perAddress) {
        this.clock = clock;
        this.head = head;
        this.perAddress = perAddress;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(BoundedHttp.class.getName());
        factory.addConnectorCustomizers(connector -> {
            // which does not mean that anybody answers it: we do, with our headers
            connector.setAllowTrace(true);
            if (connector.getProtocolHandler() instanceof BoundedHttp bounded) {
                bounded.bound(clock, head, perAddress);
            }
        });
        factory.addEngineValves(new UnreadBodies());
        factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(PlainErrors.class.getName());
                host.getPipeline().addValve(new PlainErrors());
            }
        });
    }
}

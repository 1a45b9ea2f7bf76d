import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.opensearch.Version;
import org.opensearch.cluster.service.ClusterService;
import org.opensearch.common.settings.Settings;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.plugins.PluginInfo;

/**
 * One node of OpenSearch, made from its jars: for tests.
 *
 * It goes past the bootstrap, and so past what that checks: who runs it, limits of the system, a
 * security agent. Arguments are settings, {@code name=value}. It ends on SIGTERM, and when its
 * standard input ends: with the process that has started it.
 */
public class GongbaoNode extends Node {
  private static final List<String> PLUGINS =
      List.of(
          "org.opensearch.transport.Netty4ModulePlugin",
          "org.opensearch.analysis.common.CommonAnalysisModulePlugin");

  private GongbaoNode(Settings settings, Path home) {
    super(
        InternalSettingsPreparer.prepareEnvironment(
            settings, Map.of(), home.resolve("config"), () -> settings.get("node.name")),
        plugins(),
        false);
  }

  private static Collection<PluginInfo> plugins() {
    Collection<PluginInfo> plugins = new ArrayList<>();
    for (String name : PLUGINS)
      plugins.add(
          new PluginInfo(
              name, "on the class path", "NA", Version.CURRENT, "17", name, null, List.of(), false));
    return plugins;
  }

  /** Writes its id into the lines of its log, which nobody reads here. */
  @Override
  protected void configureNodeAndClusterIdStateListener(ClusterService clusterService) {}

  public static void main(String[] arguments) throws Exception {
    Settings.Builder settings = Settings.builder();
    for (String argument : arguments) {
      int at = argument.indexOf('=');
      settings.put(argument.substring(0, at), argument.substring(at + 1));
    }
    Path home = Path.of(settings.get("path.home"));
    Files.createDirectories(home.resolve("config"));
    GongbaoNode node = new GongbaoNode(settings.build(), home);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    node.close();
                  } catch (Exception error) {
                    System.err.println(error);
                  }
                }));
    node.start();
    System.out.println("started");
    while (System.in.read() >= 0) {}
    System.exit(0);
  }
}

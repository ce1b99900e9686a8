using System.Management.Automation.Host;

namespace ExchangeNamespace.Shell.Hosting;

/// <summary>The error where a command would ask a person.</summary>
internal static class NotInteractive
{
    public static HostException Error() => new("This host is not interactive: give every value as a parameter.");
}

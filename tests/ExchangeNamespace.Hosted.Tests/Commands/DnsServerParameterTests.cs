using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using ExchangeNamespace.Shell.Hosting;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

/// <summary>
/// One name for one meaning: a command that asks one view of DNS takes -DnsServer, one that asks both takes -InternalServer and
/// -ExternalServer, and -Server is a server that runs Exchange.
/// </summary>
public sealed class DnsServerParameterTests : CommandTest
{
    private const string Servers = "127.0.0.1:9";

    /// <summary>The servers of Exchange that a plan has, as with the commands that write lines.</summary>
    private const string ServersOfPlan = "Server";

    private static readonly string[] OneView = ["DnsServer"];
    private static readonly string[] BothViews = ["ExternalServer", "InternalServer"];

    private static readonly Dictionary<string, string[]> Named = new(StringComparer.Ordinal)
    {
        ["ConvertTo-NamespaceDesign"] = BothViews,
        ["Get-AutodiscoverRoute"] = OneView,
        ["New-SpfRecord"] = OneView,
        ["Test-MailIdentity"] = OneView,
        ["Test-Namespace"] = [.. OneView, .. BothViews],
        ["Test-NamespaceCertificate"] = OneView,
        ["Test-NamespaceService"] = [.. OneView, ServersOfPlan],
        ["Test-SpfSender"] = OneView,
        ["Test-SplitDns"] = BothViews,
    };

    public static TheoryData<string> Commands => [.. Named.Keys];

    [Fact]
    public void The_commands_that_ask_the_network_name_their_servers_in_one_way() => Assert.Equal(
        Named.Select(n => $"{n.Key}: {string.Join(", ", n.Value)}"),
        Run("(Get-Command -Module ExchangeNamespace).ImplementingType").Output.Cast<Type>()
            .Where(t => t.GetProperty("ThrottleLimit") is not null)
            .Select(t => $"{Name(t)}: {string.Join(", ", ServersOf(t))}")
            .Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Commands))]
    public void No_command_that_asks_the_network_calls_them_otherwise(string command)
    {
        HostRun run = Run($"(Get-Command {command}).Parameters.Keys | Where-Object {{ $_ -in 'Server', 'NameServer', 'Resolver', 'DnsServers' }}");

        Assert.Empty(run.Errors);
        Assert.Equal(Named[command].Where(n => n == ServersOfPlan), run.Output);
    }

    [Theory]
    [InlineData("Test-MailIdentity contoso.com")]
    [InlineData("Test-SpfSender 192.0.2.1 bob@contoso.com")]
    [InlineData("New-SpfRecord contoso.com 192.0.2.1 -LookUp")]
    [InlineData("Get-AutodiscoverRoute a@contoso.com -Live")]
    public void The_old_name_is_refused(string call)
    {
        HostRun run = Run($"{call} -Server {Servers}");

        Assert.StartsWith("NamedParameterNotFound,", Assert.Single(run.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    private static string Name(Type command)
    {
        CmdletAttribute name = command.GetCustomAttribute<CmdletAttribute>()!;
        return name.VerbName + "-" + name.NounName;
    }

    private static IEnumerable<string> ServersOf(Type command) => command.GetProperties()
        .Where(p => p.IsDefined(typeof(ParameterAttribute)) && p.Name.EndsWith("Server", StringComparison.Ordinal))
        .Select(p => p.Name)
        .Order(StringComparer.Ordinal);
}

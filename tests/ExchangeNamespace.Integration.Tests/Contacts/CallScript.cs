using System.Net;
using ExchangeNamespace.Shell.Hosting;
using ExchangeNamespace.Tests.Support.Network;

namespace ExchangeNamespace.Integration.Tests.Contacts;

/// <summary>What a script that makes the calls of <see cref="ContactRow"/> begins with.</summary>
internal static class CallScript
{
    /// <summary>An address that no other server of these tests has.</summary>
    private const string DirectoryAddress = "127.88.251.1";

    /// <summary>The directory.</summary>
    public const string Directory = DirectoryAddress + ":636";

    /// <summary>Starts the servers, in a network of their own.</summary>
    public static NetworkWorld Start()
    {
        NetworkWorld world = new(NetworkFaults.None);
        world.StartDirectory(IPAddress.Parse(DirectoryAddress));
        return world;
    }

    /// <summary>The module, and each variable that a call has.</summary>
    public static string Begin(NetworkWorld world) =>
        $$"""
        $ErrorActionPreference = 'Continue'
        $module = '{{ModuleHost.FindManifest()}}'
        $examples = Join-Path (Split-Path $module) docs/examples
        Import-Module $module
        . { {{NetworkCommand.Prelude}} } $examples/capture
        $newer = @{ Name = 'EX02'; IPAddress = '127.0.0.2' } | Get-NamespacePlan -ExternalHost mail.contoso.com -ExchangeVersion SE -DnsModel Split @quiet
        $older = @{ Name = 'EX01'; IPAddress = '127.0.0.1' } | Get-NamespacePlan -ExternalHost mail.contoso.com -ExchangeVersion 2016 -DnsModel Split @quiet
        $world = [pscustomobject]@{ Web = {{world.Web}}; Http = {{world.Http}}; Mail = {{world.Mail}} }
        $dns = '127.0.0.1:{{world.Dns}}'
        $directory = '{{Directory}}'
        $time = [timespan]::FromSeconds(30)

        """;
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.FrontDoor.Protection;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.FrontDoor.Protection;

/// <summary>Plans, captures and files of IIS for these tests, and the checks of them.</summary>
internal static class ProtectionSamples
{
    /// <summary>A server on which everything is known and nothing speaks against Extended Protection.</summary>
    public static readonly (string Name, object? Value)[] Good =
    [
        ("SslOffloading", false), ("TlsVersion", "1.2"), ("LmCompatibilityLevel", 5L), ("SuppressExtendedProtection", 0L),
        ("HybridAgent", false), ("PublicFolders", "None"),
    ];

    public static NamespacePlan Plan(string version, params (string Name, object? Value)[] members) => Plan(["EX01"], version, members);

    public static NamespacePlan Plan(string[] servers, string version, params (string Name, object? Value)[] members) => Plans.Make(
        servers, [("ExternalHost", "mail.contoso.com"), ("ADDomain", "contoso.com"), ("DnsModel", "Split"), ("ExchangeVersion", version), .. members]);

    public static ExchangeState Capture(params (string Cmdlet, (string Name, object? Value)[] Properties)[] objects)
    {
        StateReader reader = new();
        foreach ((string cmdlet, (string Name, object? Value)[] properties) in objects)
        {
            Assert.True(reader.Read([], Plans.Members([("CapturedBy", cmdlet), .. properties])));
        }

        return reader.Finish()!;
    }

    public static ServerFacts Facts(string server, params (string Name, object? Value)[] members)
    {
        List<InputFault> faults = [];
        ServerFacts? facts = ServerFacts.Read(Plans.Members([("Server", server), .. members]), "ServerFact[0]", strict: true, faults);
        Assert.Empty(faults);
        return facts!;
    }

    /// <summary>A file in which each directory has the recommended value, but for the given ones.</summary>
    public static string File(params (string Path, string Value)[] changes)
    {
        Dictionary<string, string> changed = changes.ToDictionary(c => c.Path, c => c.Value, StringComparer.OrdinalIgnoreCase);
        StringBuilder sites = new();
        StringBuilder locations = new();
        foreach (IGrouping<ExchangeWebSite, ProtectedDirectory> site in ProtectedDirectory.All.GroupBy(d => d.Site))
        {
            string name = ProtectedDirectory.SiteName(site.Key);
            sites.Append(string.Concat("<site name='", name, "'><application path='/' />"));
            locations.Append(string.Concat("<location path='", name, "'><system.webServer><security><access sslFlags='Ssl,Ssl128' /></security></system.webServer></location>"));
            foreach (ProtectedDirectory directory in site)
            {
                string value = changed.TryGetValue(directory.Path, out string? given) ? given : directory.Wanted.ToString();
                sites.Append(string.Concat("<application path='/", directory.Name, "' />"));
                locations.Append(string.Concat("<location path='", directory.Path, "'>", Section($"<extendedProtection tokenChecking='{value}' />"), "</location>"));
            }

            sites.Append("</site>");
        }

        return Document($"<system.applicationHost><sites>{sites}</sites></system.applicationHost>{locations}");
    }

    public static string Section(string protection) =>
        $"<system.webServer><security><authentication><windowsAuthentication>{protection}</windowsAuthentication></authentication></security></system.webServer>";

    public static string Document(string content) => $"<configuration>{content}</configuration>";

    public static IisConfiguration? Read(string text, out IReadOnlyList<InputFault> faults)
    {
        List<InputFault> found = [];
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(text));
        IisConfiguration? configuration = IisConfigurationReader.Read(stream, "applicationHost.config", found);
        Assert.Equal(configuration is null, found.Count > 0);
        faults = found;
        return configuration;
    }

    public static IReadOnlyList<ProtectionCheck> Check(NamespacePlan? plan, ExchangeState? state = null, string? iis = null, params ServerFacts[] facts)
    {
        List<InputFault> faults = [];
        ProtectionInput input = new()
        {
            Plan = plan,
            State = state,
            Iis = iis is null ? new Dictionary<string, IisConfiguration>() : new Dictionary<string, IisConfiguration> { ["EX01"] = Read(iis, out _)! },
            Facts = facts.ToDictionary(f => f.Server),
        };
        IReadOnlyList<ProtectionCheck> checks = ProtectionChecker.Check(input, faults);
        Assert.Empty(faults);
        return checks;
    }

    public static ProtectionCheck Server(IEnumerable<ProtectionCheck> checks, string name = "EX01") =>
        Assert.Single(checks, c => c.Server == name && c.Directory.Length == 0);

    public static ProtectionCheck Directory(IEnumerable<ProtectionCheck> checks, string directory, ExchangeWebSite site = ExchangeWebSite.FrontEnd) =>
        Assert.Single(checks, c => c.Directory == directory && c.WebSite == site);
}

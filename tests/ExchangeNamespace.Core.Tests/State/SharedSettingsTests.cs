using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.State;
using Xunit;

namespace ExchangeNamespace.Tests.State;

/// <summary>Thousands of servers have the same settings: they are kept once, and those that differ are kept apart.</summary>
public class SharedSettingsTests
{
    private const string Setting = "CrossSiteRedirectType";
    private const string Silent = "<S N=\"CrossSiteRedirectType\">Silent</S>";
    private const string Manual = "<S N=\"CrossSiteRedirectType\">Manual</S>";
    private const string Empty = "<Nil N=\"CrossSiteRedirectType\" />";

    [Fact]
    public void Equal_settings_of_servers_are_kept_once()
    {
        CapturedService[] services = Read(("EX01", Silent), ("EX02", Silent), ("EX03", Silent));

        Assert.All(services, s => Assert.Same(services[0].Settings, s.Settings));
        Assert.Equal(["Silent"], services[2].Settings[Setting].Value);
    }

    [Fact]
    public void A_setting_that_differs_or_was_not_captured_stays_the_servers_own()
    {
        CapturedService[] services = Read(("EX01", Silent), ("EX02", Manual), ("EX03", ""), ("EX04", Empty), ("EX05", Silent));

        Assert.Equal(["Silent", "Manual", "(absent)", "(null)", "Silent"], services.Select(Shown));
    }

    private static string Shown(CapturedService service) =>
        !service.Settings.TryGetValue(Setting, out Captured<IReadOnlyList<string>> value) ? "(absent)"
            : value.IsKnown ? Assert.Single(value.Value!)
            : "(null)";

    private static CapturedService[] Read(params (string Server, string Setting)[] rows)
    {
        (ExchangeState? state, _) = Captures.Read(Captures.Document(string.Concat(rows.Select(r => Captures.OwaOf(r.Server, r.Setting)))));
        return [.. state!.Services];
    }
}

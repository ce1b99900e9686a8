using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;

namespace ExchangeNamespace.FrontDoor.Protection;

/// <summary>One directory of a server with its value; null where the value is not known.</summary>
internal sealed record DirectoryValue(ProtectedDirectory Directory, TokenCheckingMode? Value, bool IsFromIis);

/// <summary>What is known of one server.</summary>
internal sealed class ProtectedServer
{
    private const string Property = "ExtendedProtectionTokenChecking";

    private readonly ProtectionInput _input;

    public ProtectedServer(ProtectionInput input, string name)
    {
        _input = input;
        Name = name;
        Facts = input.Facts.TryGetValue(name, out ServerFacts? facts) ? facts : new ServerFacts { Server = name };
        Iis = input.Iis.TryGetValue(name, out IisConfiguration? iis) ? iis : null;
        Planned = input.Planned(name);
        Version = VersionOf();
        Build = Version is null ? null : ExtendedProtectionLevels.Of(Version);
        Directories = [.. DirectoriesOf()];
        IsKnownOn = Facts.ExtendedProtection ?? KnownFromValues();
        IsTakenAsOn = Version is null ? IsKnownOn == true : ExtendedProtection.IsTakenAsOn(Version, IsKnownOn);
    }

    public string Name { get; }

    public ServerFacts Facts { get; }

    public IisConfiguration? Iis { get; }

    public PlannedServer? Planned { get; }

    /// <summary>The version; null where nothing states it.</summary>
    public ExchangeVersion? Version { get; }

    /// <summary>How its build stands to Extended Protection; null without a version.</summary>
    public ExtendedProtectionBuild? Build { get; }

    public IReadOnlyList<DirectoryValue> Directories { get; }

    /// <summary>Whether Extended Protection is on; null where that is not known.</summary>
    public bool? IsKnownOn { get; }

    /// <summary>Whether it must be taken as on: known to be, or switched on by the setup of the version.</summary>
    public bool IsTakenAsOn { get; }

    /// <summary>Whether Outlook Anywhere or another service ends TLS before the server; null where that is not known.</summary>
    public bool? Offloads => Facts.SslOffloading
        ?? (_input.State?.Find(Name, ClientService.OutlookAnywhere)?.Setting("SSLOffloading").Value is [{ } text]
            && bool.TryParse(text, out bool value) ? value : null);

    /// <summary>
    /// The most exact version that is known. A captured version and that of the plan are both texts of AdminDisplayVersion mostly, which
    /// leave the security update out, so the higher one of the same cumulative update counts.
    /// </summary>
    private ExchangeVersion? VersionOf()
    {
        ExchangeVersion? captured = _input.State?.FindServer(Name)?.Version;
        ExchangeVersion? planned = Planned?.Version;
        return Facts.Build
            ?? (captured is not null && planned is not null && planned.Build > captured.Build
                && ExtendedProtectionLevels.IsSameUpdate(planned.Build, captured.Build) ? planned : captured ?? planned);
    }

    private IEnumerable<DirectoryValue> DirectoriesOf()
    {
        Dictionary<string, TokenCheckingMode?> captured = Captured();
        foreach (ProtectedDirectory directory in ProtectedDirectory.All.Where(d => Version is null || Version.Build >= d.From))
        {
            if (Iis?.Has(directory.Path) == true)
            {
                yield return new DirectoryValue(directory, Iis.TokenCheckingOf(directory.Path), IsFromIis: true);
            }
            else if (Iis is null && captured.TryGetValue(directory.Path, out TokenCheckingMode? value))
            {
                yield return new DirectoryValue(directory, value, IsFromIis: false);
            }
        }
    }

    /// <summary>What the capture shows of each directory. None shows nothing: it may be what the directory of Windows holds.</summary>
    private Dictionary<string, TokenCheckingMode?> Captured()
    {
        Dictionary<string, TokenCheckingMode?> values = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, CapturedService service) in _input.Captured(Name))
        {
            if (SiteOf(service) is { } site)
            {
                values[ProtectedDirectory.SiteName(site) + "/" + name] = ModeOf(service);
            }
        }

        return values;
    }

    private static ExchangeWebSite? SiteOf(CapturedService service) => service.IsDefault ? ExchangeWebSite.FrontEnd
        : service.Identity.EndsWith("(" + ProtectedDirectory.SiteName(ExchangeWebSite.BackEnd) + ")", StringComparison.OrdinalIgnoreCase)
            ? ExchangeWebSite.BackEnd : null;

    private static TokenCheckingMode? ModeOf(CapturedService service) =>
        service.Setting(Property).Value is [{ } text] && Enum.TryParse(text, ignoreCase: true, out TokenCheckingMode mode)
            && mode is TokenCheckingMode.Allow or TokenCheckingMode.Require ? mode : null;

    /// <summary>One directory that checks tokens shows that it is on; only the file of IIS shows that it is off.</summary>
    private bool? KnownFromValues() => Directories.Any(d => d.Value is TokenCheckingMode.Allow or TokenCheckingMode.Require) ? true
        : Iis is not null && Directories.Any(d => d.Directory.Wanted != TokenCheckingMode.None) ? false
        : null;
}

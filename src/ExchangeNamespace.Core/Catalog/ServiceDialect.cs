using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Catalog;

/// <summary>When a companion goes with the URLs.</summary>
internal enum AdditionalParameterCondition
{
    AnySet,
    HttpsSet,
    InternalSet,
    ExternalSet,

    /// <summary>Only when the caller asks for a value.</summary>
    Asked,
}

/// <summary>What a companion is about, so that a caller's wish finds it.</summary>
internal enum AdditionalParameterSubject
{
    Fixed,
    Authentication,
    SslOffloading,
    DownloadHost,
    ModernAuthentication,
    Failback,
}

/// <summary>A parameter that a dialect adds to the URLs of a service.</summary>
internal sealed record AdditionalParameterDefault(
    string Parameter,
    AdditionalParameterCondition Condition,
    IReadOnlyList<string> Values,
    bool IsBoolean = false,
    bool CapitalBoolean = false,
    AdditionalParameterSubject Subject = AdditionalParameterSubject.Fixed,
    LiteralForm Form = LiteralForm.Bare)
{
    /// <summary>The texts that the parameter takes in these versions; empty where the values are fixed.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];

    /// <summary>Whether the documentation asks for it beside the host or URL, so that a line which changes that carries it too.</summary>
    public bool GoesWithValue { get; init; }

    /// <summary>Whether a captured value stays unless the caller asks for another.</summary>
    public bool CapturedStays { get; init; }

    /// <summary>Whether it takes a list.</summary>
    public bool IsList { get; init; }

    /// <summary>Whether <c>$null</c> takes its value away.</summary>
    public bool TakesNull { get; init; }

    /// <summary>The versions of the row that have it, where not all of them do.</summary>
    public IReadOnlyList<VersionRange>? Versions { get; init; }

    /// <summary>Whether a version of the row has it; a bare product name has what its lowest build has.</summary>
    public bool IsIn(ExchangeVersion version) => Versions is null || Versions.Any(r => r.Contains(version));

    /// <summary>Whether the parameter takes values that were captured from the property of its name.</summary>
    public bool Accepts(IReadOnlyList<string> values) => (IsList || values.Count == 1)
        && values.All(v => IsBoolean ? bool.TryParse(v, out _)
            : Allowed.Count == 0 || Allowed.Contains(v, StringComparer.OrdinalIgnoreCase));
}

/// <summary>Which state of Outlook Anywhere a row is for. Before 2013 one cmdlet enables it and another changes it.</summary>
internal enum OutlookAnywhereState
{
    Any,
    Enabled,
    NotEnabled,
}

/// <summary>How one service is set on one range of versions: one row of data.</summary>
internal sealed record ServiceDialect(ClientService Service, VersionRange Versions, string Cmdlet)
{
    private static readonly IReadOnlyDictionary<string, string> NoMethods = new Dictionary<string, string>();

    /// <summary>The parameter that names the object.</summary>
    public string IdentityParameter { get; init; } = "Identity";

    /// <summary>
    /// The virtual directory behind the server name, for example <c>EWS (Default Web Site)</c>; null where the server itself is the
    /// identity.
    /// </summary>
    public string? VirtualDirectory { get; init; }

    public string? InternalParameter { get; init; }

    public string? ExternalParameter { get; init; }

    public string? SiteScopeParameter { get; init; }

    /// <summary>The scheme that works with a self-signed certificate, where it is not the service's own (S16).</summary>
    public string? SelfSignedScheme { get; init; }

    public LiteralForm UrlForm { get; init; }

    public OutlookAnywhereState State { get; init; }

    public IReadOnlyList<AdditionalParameterDefault> AdditionalParameters { get; init; } = [];

    /// <summary>Authentication methods and the Boolean parameters that switch them on.</summary>
    public IReadOnlyDictionary<string, string> MethodParameters { get; init; } = NoMethods;

    /// <summary>The authentication methods that a line of these versions can express.</summary>
    public IEnumerable<string> KnownMethods => MethodParameters.Keys.Concat(AdditionalParameters.SelectMany(c => c.Allowed)).Distinct();
}

using System.Collections.Generic;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Model;

/// <summary>A setting that goes with the URLs of a service in the same line.</summary>
public sealed class AdditionalParameter
{
    /// <summary>The parameter, for example <c>BasicAuthentication</c>.</summary>
    public required string Parameter { get; init; }

    /// <summary>The values: <c>True</c> or <c>False</c> for a Boolean parameter, else one or more texts.</summary>
    public required IReadOnlyList<string> Values { get; init => field = Indexable.Of(value); }

    /// <summary>Whether the parameter is Boolean.</summary>
    public bool IsBoolean { get; init; }

    /// <summary>
    /// Whether the caller asked for the values; otherwise they are the default of the version, and a captured value may stay in their
    /// place.
    /// </summary>
    public bool IsAsked { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Parameter + "=" + string.Join(",", Values);
}

/// <summary>What a plan says about one service on one group of servers.</summary>
public sealed class ServiceAssignment
{
    /// <summary>The service.</summary>
    public required ClientService Service { get; init; }

    /// <summary>The internal URL; for the service connection point its URI, for Outlook Anywhere a host.</summary>
    public required UrlSetting Internal { get; init; }

    /// <summary>The external URL; for Outlook Anywhere a host. Always leave for the service connection point.</summary>
    public required UrlSetting External { get; init; }

    /// <summary>The Active Directory sites to write into the service connection point; null leaves them alone.</summary>
    public IReadOnlyList<string>? SiteScope { get; init => field = Indexable.OrNull(value); }

    /// <summary>The companions of the URLs, in the order in which they are emitted.</summary>
    public IReadOnlyList<AdditionalParameter> AdditionalParameters { get; init => field = Indexable.Of(value); } = [];

    /// <summary>Whether a line comes out of it.</summary>
    public bool IsActive => Internal.Action != SettingAction.Leave || External.Action != SettingAction.Leave || SiteScope is not null;

    /// <inheritdoc/>
    public override string ToString() => $"{Service}: {Internal} | {External}";
}

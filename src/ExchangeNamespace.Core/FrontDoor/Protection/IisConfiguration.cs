using System;
using System.Collections.Generic;

namespace ExchangeNamespace.FrontDoor.Protection;

/// <summary>What one place of a configuration of IIS states itself; null for what it does not state.</summary>
internal sealed record IisSettings
{
    public TokenCheckingMode? TokenChecking { get; init; }

    /// <summary>The flags of TLS, for example <c>Ssl</c>, <c>Ssl128</c>.</summary>
    public IReadOnlyList<string>? SslFlags { get; init; }

    /// <summary>Whether addresses that no filter names may connect.</summary>
    public bool? AllowUnlisted { get; init; }
}

/// <summary>
/// What <c>applicationHost.config</c> says about directories. A place that does not state a value has that of the place above it, and
/// the root the default of IIS.
/// </summary>
internal sealed class IisConfiguration(IReadOnlyDictionary<string, IisSettings> places, ISet<string> applications)
{
    /// <summary>Whether the file knows a directory.</summary>
    public bool Has(string path) => applications.Contains(path) || places.ContainsKey(path);

    /// <summary>What counts for a directory.</summary>
    public TokenCheckingMode TokenCheckingOf(string path) => Inherited(path, s => s.TokenChecking) ?? TokenCheckingMode.None;

    /// <summary>Whether clients must use TLS there.</summary>
    public bool RequiresSsl(string path) => Inherited(path, s => RequiresSsl(s.SslFlags)) ?? false;

    /// <summary>Whether only addresses that a filter names may connect.</summary>
    public bool IsFiltered(string path) => Inherited(path, s => s.AllowUnlisted) == false;

    private static bool? RequiresSsl(IReadOnlyList<string>? flags) =>
        flags is null ? null : Contains(flags, "Ssl") || Contains(flags, "Ssl128");

    private T? Inherited<T>(string path, Func<IisSettings, T?> select)
        where T : struct
    {
        for (string place = path; ; place = Above(place))
        {
            if (places.TryGetValue(place, out IisSettings? settings) && select(settings) is { } value)
            {
                return value;
            }

            if (place.Length == 0)
            {
                return null;
            }
        }
    }

    private static string Above(string place) => place.LastIndexOf('/') is > 0 and int at ? place.Substring(0, at) : string.Empty;

    private static bool Contains(IReadOnlyList<string> flags, string wanted)
    {
        foreach (string flag in flags)
        {
            if (string.Equals(flag, wanted, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}

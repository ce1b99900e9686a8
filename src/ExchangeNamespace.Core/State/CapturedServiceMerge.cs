using System;
using System.Linq;

namespace ExchangeNamespace.State;

/// <summary>Two captures of the same settings: a value that only one has is taken, one in which they differ is not known.</summary>
internal static class CapturedServiceMerge
{
    public static CapturedService Merge(CapturedService first, CapturedService second) => new()
    {
        Server = first.Server,
        Service = first.Service,
        Identity = first.Identity,
        IsDefault = first.IsDefault,
        Internal = Merge(first.Internal, second.Internal),
        External = Merge(first.External, second.External),
        SiteScope = Merge(first.SiteScope, second.SiteScope),
        Settings = first.Settings.Keys.Union(second.Settings.Keys, StringComparer.OrdinalIgnoreCase)
            .Select(k => (Key: k, Value: Merge(first.Setting(k), second.Setting(k))))
            .Where(s => s.Value.IsCaptured)
            .ToDictionary(s => s.Key, s => s.Value, StringComparer.OrdinalIgnoreCase),
    };

    private static Captured<T> Merge<T>(Captured<T> first, Captured<T> second) =>
        !first.IsCaptured ? second
        : !second.IsCaptured || first == second ? first
        : default;
}

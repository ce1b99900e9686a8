using System;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Model;

/// <summary>What a plan does with one URL or host of one service.</summary>
public enum SettingAction
{
    /// <summary>The value on the server stays as it is; no parameter is emitted.</summary>
    Leave,

    /// <summary>The value is set.</summary>
    Set,

    /// <summary>The value is cleared with <c>$null</c>.</summary>
    Clear,
}

/// <summary>One URL (or, for Outlook Anywhere, host) of one service: set, clear or leave, and why.</summary>
public sealed class UrlSetting : IEquatable<UrlSetting>
{
    private UrlSetting(SettingAction action, string? value, string reason)
    {
        Action = action;
        Value = value;
        Reason = ShownText.Of(reason);
    }

    /// <summary>Set, clear or leave.</summary>
    public SettingAction Action { get; }

    /// <summary>The URL or host to set; null otherwise.</summary>
    public string? Value { get; }

    /// <summary>Why, in one sentence.</summary>
    public string Reason { get; }

    /// <summary>A value to set.</summary>
    /// <param name="value">URL or host.</param>
    /// <param name="reason">Why.</param>
    /// <returns>The setting.</returns>
    public static UrlSetting Set(string value, string reason) => new(SettingAction.Set, value, reason);

    /// <summary>A value to clear.</summary>
    /// <param name="reason">Why.</param>
    /// <returns>The setting.</returns>
    public static UrlSetting Clear(string reason) => new(SettingAction.Clear, null, reason);

    /// <summary>A value to leave alone.</summary>
    /// <param name="reason">Why.</param>
    /// <returns>The setting.</returns>
    public static UrlSetting Leave(string reason) => new(SettingAction.Leave, null, reason);

    /// <inheritdoc/>
    public bool Equals(UrlSetting? other) =>
        other is not null && Action == other.Action && string.Equals(Value, other.Value, StringComparison.Ordinal)
            && string.Equals(Reason, other.Reason, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as UrlSetting);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value ?? string.Empty) ^ (int)Action;

    /// <summary>The value, or the action in its place.</summary>
    /// <returns>For example <c>https://mail.contoso.com/owa</c>, <c>(clear)</c> or <c>(leave)</c>.</returns>
    public override string ToString() => Action switch
    {
        SettingAction.Set => Value!,
        SettingAction.Clear => "(clear)",
        SettingAction.Leave => "(leave)",
        _ => throw ClosedSet.Outside(Action),
    };
}

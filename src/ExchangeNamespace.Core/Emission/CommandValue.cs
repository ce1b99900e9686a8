using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Catalog;

namespace ExchangeNamespace.Emission;

/// <summary>The closed set of values that a parameter of an emitted command can have.</summary>
public abstract class CommandValue
{
    private protected CommandValue()
    {
    }

    /// <summary>The value <c>$null</c>.</summary>
    public static CommandValue Null { get; } = new NullValue();

    /// <summary>A switch that is on.</summary>
    public static CommandValue Switch { get; } = new SwitchValue();

    /// <summary>What stands between parameter name and value.</summary>
    internal virtual string Separator => " ";

    /// <summary>A text.</summary>
    /// <param name="text">The value.</param>
    /// <param name="preferred">The form wanted.</param>
    /// <returns>The value.</returns>
    public static CommandValue Text(string text, LiteralForm preferred) => new TextValue(text, preferred);

    /// <summary>A Boolean, printed after a colon.</summary>
    /// <param name="value">The value.</param>
    /// <param name="capital">Whether it is printed <c>$True</c>, as the source article does for some parameters.</param>
    /// <returns>The value.</returns>
    public static CommandValue Boolean(bool value, bool capital = false) => new BooleanValue(value, capital);

    /// <summary>A whole number, printed bare.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The value.</returns>
    public static CommandValue Number(int value) => new NumberValue(value);

    /// <summary>A list of texts.</summary>
    /// <param name="items">The items; none is the empty list <c>@()</c>.</param>
    /// <param name="preferred">The form wanted for each.</param>
    /// <returns>The value.</returns>
    public static CommandValue List(IEnumerable<string> items, LiteralForm preferred) => new ListValue([.. items.Select(i => Text(i, preferred))]);

    /// <summary>The bytes of a file, read when the command runs.</summary>
    /// <param name="path">The path.</param>
    /// <returns>The value.</returns>
    public static CommandValue FileBytes(string path) => new FileBytesValue(path);

    /// <summary>The value as PowerShell source.</summary>
    /// <returns>ASCII source.</returns>
    public abstract override string ToString();

    private sealed class NullValue : CommandValue
    {
        public override string ToString() => "$null";
    }

    private sealed class SwitchValue : CommandValue
    {
        internal override string Separator => string.Empty;

        public override string ToString() => string.Empty;
    }

    private sealed class TextValue(string text, LiteralForm preferred) : CommandValue
    {
        public override string ToString() => PowerShellLiteral.Quote(text, preferred);
    }

    private sealed class BooleanValue(bool value, bool capital) : CommandValue
    {
        internal override string Separator => ":";

        public override string ToString() => (value, capital) switch
        {
            (true, true) => "$True",
            (true, false) => "$true",
            (false, true) => "$False",
            (false, false) => "$false",
        };
    }

    private sealed class NumberValue(int value) : CommandValue
    {
        public override string ToString() => value.ToString(CultureInfo.InvariantCulture);
    }

    private sealed class ListValue(IReadOnlyList<CommandValue> items) : CommandValue
    {
        public override string ToString() => items.Count == 0 ? "@()" : string.Join(",", items);
    }

    private sealed class FileBytesValue(string path) : CommandValue
    {
        public override string ToString() => "([System.IO.File]::ReadAllBytes(" + PowerShellLiteral.Quote(path, LiteralForm.SingleQuoted) + "))";
    }
}

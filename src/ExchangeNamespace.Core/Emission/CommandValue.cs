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

    /// <summary>
    /// The value as plain texts: none for <c>$null</c>, <c>True</c> or <c>False</c> for a Boolean; null where only the run tells it.
    /// </summary>
    internal virtual IReadOnlyList<string>? Texts => null;

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
    public static CommandValue List(IEnumerable<string> items, LiteralForm preferred) =>
        new ListValue([.. items], preferred);

    /// <summary>The bytes of a file, read when the command runs.</summary>
    /// <param name="path">The path.</param>
    /// <returns>The value.</returns>
    public static CommandValue FileBytes(string path) => new FileBytesValue(path);

    /// <summary>The thumbprint of the certificate in a file, read when the command runs.</summary>
    /// <param name="path">The path.</param>
    /// <returns>The value.</returns>
    public static CommandValue Thumbprint(string path) => new CertificateOfFileValue(path, isThumbprint: true);

    /// <summary>
    /// Issuer and subject of the certificate in a file as <c>&lt;I&gt;issuer&lt;S&gt;subject</c>, read when the command runs.
    /// </summary>
    /// <param name="path">The path.</param>
    /// <returns>The value.</returns>
    public static CommandValue IssuerAndSubject(string path) => new CertificateOfFileValue(path, isThumbprint: false);

    /// <summary>
    /// The certificate in a file as PowerShell source, as it stands in the values above: a script reads it once into a variable instead.
    /// </summary>
    /// <param name="path">The path.</param>
    /// <returns>An expression in parentheses.</returns>
    internal static string CertificateOfFile(string path) =>
        "([System.Security.Cryptography.X509Certificates.X509Certificate2]([System.IO.File]::ReadAllBytes(" + PowerShellLiteral.Quote(path,
            LiteralForm.SingleQuoted) + ")))";

    /// <summary>A secret that is asked for when the command runs: it never stands in a line.</summary>
    /// <param name="prompt">What is asked.</param>
    /// <returns>The value.</returns>
    public static CommandValue Prompt(string prompt) => new PromptValue(prompt);

    /// <summary>A property of what another command gives when the line runs.</summary>
    /// <param name="command">The line of the command, alone or with what it is piped into.</param>
    /// <param name="member">The property.</param>
    /// <returns>The value.</returns>
    internal static CommandValue MemberOf(string command, string member) => new SourceValue($"({command}).{member}");

    /// <summary>The condition that a property is true, for <c>Where-Object -FilterScript</c>.</summary>
    /// <param name="property">The property.</param>
    /// <returns>The value.</returns>
    internal static CommandValue Where(string property) => new SourceValue("{ $_." + property + " }");

    /// <summary>The condition that a property has no value.</summary>
    /// <param name="property">The property.</param>
    /// <returns>The value.</returns>
    internal static CommandValue WhereMissing(string property) => new SourceValue("{ -not $_." + property + " }");

    /// <summary>A text of several lines, built when the command runs: the line of the command itself has none.</summary>
    /// <param name="lines">The lines, at least one.</param>
    /// <param name="preferred">The form wanted where there is one line only.</param>
    /// <returns>The value.</returns>
    public static CommandValue Lines(IReadOnlyList<string> lines, LiteralForm preferred) =>
        lines.Count == 1 ? Text(lines[0], preferred) : new LinesValue(lines);

    /// <summary>The value as PowerShell source.</summary>
    /// <returns>ASCII source.</returns>
    public abstract override string ToString();

    private sealed class NullValue : CommandValue
    {
        internal override IReadOnlyList<string> Texts => [];

        public override string ToString() => "$null";
    }

    private sealed class SwitchValue : CommandValue
    {
        internal override string Separator => string.Empty;

        public override string ToString() => string.Empty;
    }

    /// <summary>Source that is put together from constants and from what is quoted already.</summary>
    private sealed class SourceValue(string source) : CommandValue
    {
        public override string ToString() => source;
    }

    private sealed class TextValue(string text, LiteralForm preferred) : CommandValue
    {
        internal override IReadOnlyList<string> Texts => [text];

        public override string ToString() => PowerShellLiteral.Quote(text, preferred);
    }

    private sealed class BooleanValue(bool value, bool capital) : CommandValue
    {
        internal override string Separator => ":";

        internal override IReadOnlyList<string> Texts => [value ? bool.TrueString : bool.FalseString];

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
        internal override IReadOnlyList<string> Texts => [ToString()];

        public override string ToString() => value.ToString(CultureInfo.InvariantCulture);
    }

    private sealed class ListValue(IReadOnlyList<string> items, LiteralForm preferred) : CommandValue
    {
        internal override IReadOnlyList<string> Texts => items;

        public override string ToString() =>
            items.Count == 0 ? "@()" : string.Join(",", items.Select(i => PowerShellLiteral.Quote(i, preferred)));
    }

    private sealed class FileBytesValue(string path) : CommandValue
    {
        public override string ToString() =>
            "([System.IO.File]::ReadAllBytes(" + PowerShellLiteral.Quote(path, LiteralForm.SingleQuoted) + "))";
    }

    private sealed class CertificateOfFileValue(string path, bool isThumbprint) : CommandValue
    {
        public override string ToString() => isThumbprint
            ? CertificateOfFile(path) + ".Thumbprint"
            : "('<I>' + " + CertificateOfFile(path) + ".Issuer + '<S>' + " + CertificateOfFile(path) + ".Subject)";
    }

    private sealed class PromptValue(string prompt) : CommandValue
    {
        public override string ToString() =>
            "(Read-Host -Prompt " + PowerShellLiteral.Quote(prompt, LiteralForm.DoubleQuoted) + " -AsSecureString)";
    }

    private sealed class LinesValue(IReadOnlyList<string> lines) : CommandValue
    {
        private const string LineEnd = " + [char]13 + [char]10 + ";

        public override string ToString() =>
            "(" + string.Join(LineEnd, lines.Select(l => PowerShellLiteral.Quote(l, LiteralForm.SingleQuoted))) + ")";
    }
}

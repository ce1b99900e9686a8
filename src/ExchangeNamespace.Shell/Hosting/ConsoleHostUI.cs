using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.IO;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace ExchangeNamespace.Shell.Hosting;

/// <summary>Writes what Out-Default and the message streams give it, in the words and colours of PowerShell.</summary>
internal sealed class ConsoleHostUI(HostConsole console) : PSHostUserInterface
{
    public override PSHostRawUserInterface RawUI { get; } = new ConsoleHostRawUI(console.Width);

    /// <summary>Whether an error was shown since this was last set to false.</summary>
    public bool HasShownError { get; set; }

    /// <summary>Whether lines are errors although they come as output: those of an error that ended the script.</summary>
    public bool IsShowingError { get; set; }

    public override bool SupportsVirtualTerminal => console.HasColor;

    public override void Write(string value) => Put(console.Output, value);

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) =>
        Put(console.Output, InColor(foregroundColor, value));

    public override void WriteLine(string value)
    {
        if (IsShowingError)
        {
            WriteErrorLine(value);
            return;
        }

        Put(console.Output, value + Environment.NewLine);
    }

    public override void WriteErrorLine(string value)
    {
        HasShownError = true;
        PutMessage(FormatStyle.Error, value);
    }

    public override void WriteWarningLine(string message) => PutMessage(FormatStyle.Warning, "WARNING: " + message);

    public override void WriteVerboseLine(string message) => PutMessage(FormatStyle.Verbose, "VERBOSE: " + message);

    public override void WriteDebugLine(string message) => PutMessage(FormatStyle.Debug, "DEBUG: " + message);

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
        // A bar needs a terminal to redraw; this host's output is mostly read by other programs.
    }

    public override string ReadLine() => throw NotInteractive.Error();

    public override SecureString ReadLineAsSecureString() => throw NotInteractive.Error();

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) =>
        throw NotInteractive.Error();

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) =>
        throw NotInteractive.Error();

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        throw NotInteractive.Error();

    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName,
        PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options) => throw NotInteractive.Error();

    private void PutMessage(FormatStyle style, string text)
    {
        string line = console.HasColor ? GetFormatStyleString(style) + text + PSStyle.Instance.Reset : text;
        Put(console.Messages, line + Environment.NewLine);
    }

    private string InColor(ConsoleColor color, string text) =>
        console.HasColor ? PSStyle.Instance.Foreground.FromConsoleColor(color) + text + PSStyle.Instance.Reset : text;

    private void Put(TextWriter writer, string text) => writer.Write(GetOutputString(text, console.HasColor));
}

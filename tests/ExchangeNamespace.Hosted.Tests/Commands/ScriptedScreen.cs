using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;
using System.Security;
using ExchangeNamespace.Shell.Hosting;

namespace ExchangeNamespace.Hosted.Tests.Commands;

/// <summary>A person at a host that prompts: types what was laid down and keeps what was shown.</summary>
internal sealed class ScriptedScreen(IEnumerable<string> typed) : PSHostUserInterface
{
    private readonly Queue<string> _typed = new(typed);

    /// <summary>Each question as it was shown, with its message.</summary>
    public List<string> Shown { get; } = [];

    /// <summary>How many typed lines no question took.</summary>
    public int Left => _typed.Count;

    public override PSHostRawUserInterface? RawUI => null;

    /// <summary>Runs a script before a person who types.</summary>
    public static (IReadOnlyList<PSObject> Output, IReadOnlyList<ErrorRecord> Errors, ScriptedScreen Screen) Run(string script, params string[] typed)
    {
        ScriptedScreen screen = new(typed);
        InitialSessionState state = InitialSessionState.CreateDefault2();
        state.ImportPSModule(ModuleHost.FindManifest());
        using Runspace runspace = RunspaceFactory.CreateRunspace(new ScriptedHost(screen), state);
        runspace.ThreadOptions = PSThreadOptions.UseCurrentThread;
        runspace.Open();
        using PowerShell shell = PowerShell.Create(runspace);
        return (shell.AddScript(script).Invoke(), [.. shell.Streams.Error], screen);
    }

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions)
    {
        Shown.Add(caption + "\n" + message);
        return descriptions.ToDictionary(d => d.Name, _ => new PSObject(Next()));
    }

    /// <summary>The name of a choice, its key, or an empty text for the default; anything else repeats the question, as a console does.</summary>
    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        while (true)
        {
            Shown.Add(caption + "\n" + message + "\n" + string.Join("  ", choices.Select(c => c.Label)));
            string next = Next();
            int chosen = next.Length == 0 ? defaultChoice
                : choices.ToList().FindIndex(c => c.Label.Replace("&", string.Empty, StringComparison.Ordinal) == next || c.Label.Contains("&" + next, StringComparison.OrdinalIgnoreCase));
            if (chosen >= 0)
            {
                return chosen;
            }
        }
    }

    public override string ReadLine() => throw new NotSupportedException();

    public override SecureString ReadLineAsSecureString() => throw new NotSupportedException();

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) => throw new NotSupportedException();

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) => throw new NotSupportedException();

    public override void Write(string value)
    {
    }

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value)
    {
    }

    public override void WriteLine(string value)
    {
    }

    public override void WriteErrorLine(string value)
    {
    }

    public override void WriteWarningLine(string message)
    {
    }

    public override void WriteVerboseLine(string message)
    {
    }

    public override void WriteDebugLine(string message)
    {
    }

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
    }

    private string Next() => _typed.Count > 0 ? _typed.Dequeue() : throw new PipelineStoppedException();

    private sealed class ScriptedHost(PSHostUserInterface screen) : PSHost
    {
        public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;

        public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;

        public override Guid InstanceId { get; } = Guid.NewGuid();

        public override string Name => "Scripted";

        public override PSHostUserInterface UI => screen;

        public override Version Version => new(1, 0);

        public override void EnterNestedPrompt() => throw new NotSupportedException();

        public override void ExitNestedPrompt() => throw new NotSupportedException();

        public override void NotifyBeginApplication()
        {
        }

        public override void NotifyEndApplication()
        {
        }

        public override void SetShouldExit(int exitCode)
        {
        }
    }
}

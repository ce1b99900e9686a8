using System.Collections.Generic;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Design;
using ExchangeNamespace.Design.Questions;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Errors;
using ExchangeNamespace.Probes;
using ExchangeNamespace.State;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Asks what a design needs, question by question, writes the design file, and says what comes next.</summary>
[Cmdlet(VerbsCommon.New, "NamespaceDesign", SupportsShouldProcess = true)]
[OutputType(typeof(GuidedDesign))]
public sealed class NewNamespaceDesignCommand : DesignAnswersCmdlet
{
    private const string UsualFile = "design.json";

    private readonly List<string> _answers = [];

    /// <summary>The answers in the order of the questions; an empty text is the default. Without them a person is asked.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [AllowEmptyString]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? Answer { get; set; }

    /// <summary>The captured state of an organisation that exists, or objects of Exchange: what it says is offered.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public object? State { get; set; }

    /// <summary>The design file to write.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? OutPath { get; set; }

    /// <summary>Replaces a file that exists.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private bool HasAnswers => Given(nameof(Answer)) || MyInvocation.ExpectingInput;

    /// <inheritdoc/>
    protected override void ProcessRecord() => _answers.AddRange(Answer ?? []);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (OutPath is not null && DesignFile.Refusal(this, OutPath, Force) is { } refusal)
        {
            WriteError(refusal);
            return;
        }

        if (Begin() is not { } begun)
        {
            return;
        }

        DesignPrompt prompt = new(Host.UI);
        if ((HasAnswers ? Take(begun, _answers) : Ask(begun, prompt)) is not { Plan: { } plan } finished)
        {
            return;
        }

        string? path = OutPath ?? (HasAnswers ? null : AskForFile(prompt));
        bool isWritten = path is not null && Save(path, finished.Document);
        WriteObject(new GuidedDesign
        {
            Path = isWritten ? path! : string.Empty,
            Plan = plan,
            Document = finished.Document,
            NextCommands = NextCommands.Of(isWritten ? path : null),
        });
    }

    private DesignInterview? Begin()
    {
        List<InputFault> faults = [];
        ExchangeState? state = Given(nameof(State)) ? StateInput.Read(State, nameof(State), faults) : null;
        WriteFaults(faults);
        if (faults.Count > 0)
        {
            return null;
        }

        NamespaceDesign? known = state is null ? null : StateDesigner.Infer(state, Today);
        WriteFindings(known?.Findings ?? []);
        return DesignInterview.Begin(known?.Document ?? new Dictionary<string, object?>(), OwnHost.Domain(), Today);
    }

    /// <summary>A person who was asked everything else has not named a file either; null for none.</summary>
    private string? AskForFile(DesignPrompt prompt)
    {
        string note = string.Empty;
        for (int i = 0; i < MostRefusals; i++)
        {
            string? answer = prompt.Read("Where is the design file to be written?", nameof(OutPath), note,
                "Get-NamespacePlan reads it, and it can be reviewed and kept.",
                "A path, from the present location; - for no file", $"Enter: {UsualFile}")?.Trim();
            if (answer is null or AnswerText.Nothing)
            {
                return null;
            }

            if (answer is DesignPrompt.Help or DesignPrompt.Back)
            {
                note = "All other questions are answered, and this one has no more help than the lines below.\n";
                continue;
            }

            string path = answer.Length == 0 ? UsualFile : answer;
            if (DesignFile.Refusal(this, path, Force) is not { } refusal)
            {
                return path;
            }

            note = refusal.ErrorDetails.Message + "\n";
        }

        return null;
    }

    private bool Save(string path, IReadOnlyDictionary<string, object?> design)
    {
        try
        {
            return DesignFile.Write(this, path, Force, design);
        }
        catch (FileFault fault)
        {
            WriteError(fault.Record);
        }
        catch (DependencyLoadException e)
        {
            ThrowTerminatingError(ErrorRecords.DependencyLoadFailed(e));
        }

        return false;
    }
}

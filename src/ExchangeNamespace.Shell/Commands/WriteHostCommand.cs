using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;

namespace ExchangeNamespace.Shell.Commands;

/// <summary>Shows text without sending it to the next command.</summary>
[Cmdlet(VerbsCommunications.Write, "Host")]
public sealed class WriteHostCommand : PSCmdlet
{
    /// <summary>What to show; the elements of a collection are separated by a space.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromRemainingArguments = true)]
    public object? Object { get; set; }

    /// <summary>Stays on the line.</summary>
    [Parameter]
    public SwitchParameter NoNewline { get; set; }

    /// <summary>The colour of the text.</summary>
    [Parameter]
    public ConsoleColor? ForegroundColor { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        HostInformationMessage message = new() { Message = TextOf(Object), NoNewLine = NoNewline, ForegroundColor = ForegroundColor };
        WriteInformation(message, ["PSHOST"]);
    }

    private static string TextOf(object? value) => (value is PSObject wrapper ? wrapper.BaseObject : value) switch
    {
        null => "",
        string text => text,
        IEnumerable items => string.Join(' ', items.Cast<object?>().Select(TextOf)),
        object other => LanguagePrimitives.ConvertTo<string>(other),
    };
}

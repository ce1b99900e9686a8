using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Text;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Emission;
using Xunit;

namespace ExchangeNamespace.Proof.Injection;

/// <summary>
/// What the parser reads is not all: the binder looks at arguments once more. So literals are also bound, before and after other
/// arguments, to a function that gives them back.
/// </summary>
public class BinderTests
{
    private const string Function =
        "function Take { [CmdletBinding(PositionalBinding=$false)] param([string[]]$Name, [switch]$After, [string]$Next)\n"
        + "$global:taken += ,@($After.IsPresent, $Next, $Name) }\n$global:taken = @()\n";

    [Fact]
    public void Every_literal_binds_as_its_text_and_the_parameters_after_it_bind_too()
    {
        string[] texts = [.. HostileText.Vectors.Concat(HostileText.Pieces).Concat(HostileText.Pieces.Select(p => "Paris" + p)).Where(PowerShellLiteral.CanQuote)];
        List<(string[] Names, string Line)> calls = [];
        foreach (string text in texts)
        {
            foreach (LiteralForm form in new[] { LiteralForm.Bare, LiteralForm.DoubleQuoted, LiteralForm.SingleQuoted })
            {
                Add([text], form);
                Add([text, "Lyon"], form);
                Add(["Lyon", text], form);
            }
        }

        StringBuilder script = new(Function);
        calls.ForEach(call => script.Append(call.Line).Append("\r\n"));
        using Runspace runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        using PowerShell shell = PowerShell.Create(runspace);
        shell.AddScript(script.ToString()).Invoke();

        Assert.Empty(shell.Streams.Error);
        object?[] taken = [.. ((object?[])runspace.SessionStateProxy.GetVariable("taken")).Select(Base)];
        Assert.Equal(calls.Count, taken.Length);
        for (int i = 0; i < calls.Count; i++)
        {
            object?[] call = (object?[])taken[i]!;
            Assert.True(call[0] is true && (string?)Base(call[1]) == calls[i].Names[0], calls[i].Line);
            Assert.True(((IEnumerable<string>)Base(call[2])!).SequenceEqual(calls[i].Names), calls[i].Line);
        }

        void Add(string[] names, LiteralForm form) => calls.Add((names,
            "Take " + new Emission.CommandParameter("Name", CommandValue.List(names, form)) + " -After -Next " + PowerShellLiteral.Quote(names[0], form)));

        static object? Base(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
    }
}

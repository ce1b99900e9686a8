using System;
using System.Text;

namespace ExchangeNamespace.Text;

/// <summary>
/// Lines of a page that end between words. PowerShell breaks the lines of a view between words in six languages only and within words in
/// all others, among them that of a system without a language. A page has at most 80 columns on a wide console too: a view is not told the
/// width that <c>Out-String</c> or <c>Out-File</c> was asked for, and PowerShell would break such lines once more.
/// </summary>
public static class PageText
{
    private const int Widest = 80;
    private const int Narrowest = 40;

    /// <summary>A console leaves its last column free.</summary>
    private const int Spare = 1;

    /// <summary>Puts line ends between words; a word that is longer than a line stays whole.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">The columns of the console; less than 40 where it has none.</param>
    /// <param name="indent">How many columns of each line are taken before the text.</param>
    public static string Wrap(string text, int width, int indent)
    {
        int columns = (width < Narrowest ? Widest : Math.Min(width, Widest)) - Spare;
        StringBuilder page = new();
        int free = columns - indent;
        foreach (string word in text.Split(' '))
        {
            bool isStart = page.Length == 0;
            if (!isStart && word.Length + 1 > free)
            {
                page.Append('\n');
                free = columns - indent;
            }
            else if (!isStart)
            {
                page.Append(' ');
                free--;
            }

            page.Append(word);
            free -= word.Length;
        }

        return page.ToString();
    }
}
